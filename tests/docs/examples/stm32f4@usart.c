// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device stm32f405}
// flags: {device stm32f401}
#include <corten/usart.h>

#include "model.h"

enum { board_apb2_hz = 84000000 };
//@ 1
static struct ct_serial_errors errors;
int main(void) {
    model_open();
    //@ 2-5
    assert(byte == CT_WOULD_BLOCK && !errors.overruns && model_at(0x40011004) == 'x');
    assert(model_at(0x40011008) == 729 && model_at(0x4001100C) == 0x202C); // BRR, CR1
}
