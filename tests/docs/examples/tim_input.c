// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device stm32f405}
// flags: {device stm32f401}
#include <corten/assert.h>
#include <corten/tim_input.h>

#include "model.h"

enum { board_timers1_hz = 84000000 };
//@ 1-4
int main(void) {
    int32_t counts;
    model_open();
    //@ 5-6
    assert(model_at(0x40000028) == 83 && model_at(0x40000020) == 1); // TIM2: PSC, CCER
    //@ 7
    ct_reg_model_poke(&model, 0x40000424, 65533); // TIM3: CNT
    //@ 8
    assert(counts == -3);
}
