// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f405}
#include <corten/chip_id.h>
#include <corten/stm32f4_model.h>

#include <assert.h>

int main(void) {
    ct_model_stm32f4_start();
    //@ 1-3
    assert(id[0] != id[1] && kib >= 256);
}
