// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m3
// flags: {device lm3s6965}
#include <corten/assert.h>
#include <corten/gpio.h>

//@ 1
void use(void) {
    //@ 2-4
}
