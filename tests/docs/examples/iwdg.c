// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f405}
#include <corten/assert.h>
#include <corten/iwdg.h>
#include <corten/stm32f4_model.h>

#include <assert.h>

//@ 1
int main(void) {
    ct_model_stm32f4_start();
    //@ 2-4
    assert(ct_model_peek(IWDG->RLR) == 2938); // 23500 cycles of 47 kHz, in steps of 8
}
