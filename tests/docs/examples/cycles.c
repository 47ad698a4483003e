// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f405}
#include <corten/cycles.h>
#include <corten/stm32f4_model.h>

#include <assert.h>

int main(void) {
    ct_model_stm32f4_start();
    //@ 1-5
    assert(passed >= 15 * 16); // the model's core has 16 MHz
}
