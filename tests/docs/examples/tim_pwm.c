// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device stm32f405}
// flags: {device stm32f401}
#include <corten/assert.h>
#include <corten/tim_pwm.h>

#include "model.h"

enum { board_timers2_hz = 84000000 };
//@ 1-2
int main(void) {
    model_open();
    //@ 3-7
    assert(model_at(0x4001002C) == 4199 && model_at(0x40010034) == 1260); // ARR, CCR1
    assert(model_at(0x40010020) == 5 && model_at(0x40010044) == 0x802A);  // CCER, BDTR: 42 clocks
}
