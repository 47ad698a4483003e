// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f401}
// flags: {device stm32f405}
#include <corten/adc_unit.h>
#include <corten/stm32f4_model.h>

#include <assert.h>

enum { board_apb2_hz = 16000000 };
//@ 1-3
int main(void) {
    ct_model_stm32f4_start();
    ct_model_pin_set_millivolts(CT_MODEL_PIN('A', 3), 1500);
    //@ 4-7
    assert(counts >= 1860 && counts <= 1862 && mv >= 1498 && mv <= 1502);
}
