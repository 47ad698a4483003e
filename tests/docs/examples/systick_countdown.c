// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m4
// flags: -I{root}/devices/cortex-m/include
#include <corten/assert.h>
#include <corten/systick_countdown.h>

void pause(void) {
    //@ 1-2
}
