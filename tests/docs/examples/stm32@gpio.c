// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: -I{root}/devices/stm32/include {device stm32f405}
// flags: -I{root}/devices/stm32/include {device stm32l475}
#include <corten/assert.h>
#include <corten/gpio.h>

#include "model.h"

//@ 1-2
int main(void) {
    model_open();
    //@ 3-6
    const uint64_t port = CT_STM32_PORTS_AT + 0x400;    // B
    assert((model_at(port) >> 28 & 3) == 1);            // MODER: PB14 is an output
    assert((model_at(port) >> 12 & 3) == 2);            // PB6 has another function
    assert((model_at(port + 0x20) >> 24 & 15) == 7);    // AFRL: number 7
    assert((model_at(port + 0x0C) >> 12 & 3) == 1);     // PUPDR: up
    assert(model_at(port + 0x18) == 1u << 14);          // BSRR
}
