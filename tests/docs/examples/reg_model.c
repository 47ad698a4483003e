// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// sources: core/src/reg_model.c
// flags: {device stm32f405}
#include <corten/registers.h>

#include <assert.h>

//@ 1-3

int main(void) {
    //@ 4-7
    assert(chip.writes == 1);
}
