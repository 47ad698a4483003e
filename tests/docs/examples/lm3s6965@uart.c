// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m3
// flags: {device lm3s6965}
#include <corten/clocks.h>
#include <corten/uart.h>

//@ 1
static struct ct_serial_errors errors;
int use(void) {
    //@ 2-5
    return byte;
}
