// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m4
// flags: {device stm32f405}
#include <corten/stm32.h>

void enable(void) {
    //@ 1
}
