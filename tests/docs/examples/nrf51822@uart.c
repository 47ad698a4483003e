// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m0
// flags: {device nrf51822}
#include <corten/gpio.h>
#include <corten/uart.h>

CT_GPIO(out_pin, 24);
CT_GPIO(in_pin, 25);
//@ 1
static struct ct_serial_errors errors;
int use(void) {
    //@ 2-5
    return byte;
}
