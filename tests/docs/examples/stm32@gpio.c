// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m4
// flags: -I{root}/devices/stm32/include {device stm32f405}
// flags: -I{root}/devices/stm32/include {device stm32l475}
#include <corten/assert.h>
#include <corten/gpio.h>

//@ 1-2
void use(void) {
    //@ 3-6
}
