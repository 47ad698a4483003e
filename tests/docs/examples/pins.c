// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model panic
// flags: {device stm32f405}
// flags: {device stm32l475}
#include <corten/assert.h>
#include <corten/pins.h>

#include "model.h"

//@ 1-2
int main(void) {
    model_open();
    //@ 3-6
    assert(model_at(CT_STM32_PORTS_AT + 0x818) == 1u << 12); // BSRR of C: high at the start, and again toggled
}
