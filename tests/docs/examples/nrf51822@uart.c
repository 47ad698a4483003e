// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device nrf51822}
#include <corten/gpio.h>
#include <corten/uart.h>

#include "model.h"

CT_GPIO(out_pin, 24);
CT_GPIO(in_pin, 25);
//@ 1
static struct ct_serial_errors errors;
int main(void) {
    model_open();
    //@ 2-5
    assert(byte == CT_WOULD_BLOCK && !errors.overruns && model_at(0x4000251C) == 'x');
    assert(model_at(0x40002524) == 0x1D7E000); // BAUDRATE
}
