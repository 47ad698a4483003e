// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device stm32f405}
// flags: {device stm32f401}
#include <corten/assert.h>
#include <corten/tim.h>

#include "model.h"

enum { board_timers1_hz = 84000000 };
//@ 1-3
static unsigned samples;
int main(void) {
    model_open();
    //@ 4-5
    assert(model_at(0x40000428) == 1 && model_at(0x4000042C) == 41999); // PSC, ARR: 84 MHz / 2 / 42000
    ct_reg_model_poke(&model, 0x40000410, 1);                            // SR: it has overflowed
    //@ 6
    assert(samples == 1 && model_at(0x40000410) == 0);
    //@ 7
    assert(model_at(0x40000828) == 0 && model_at(0x4000082C) == 20999); // TIM4: 250 us are 21000 clocks
}
