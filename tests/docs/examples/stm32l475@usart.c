// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device stm32l475}
#include <corten/usart.h>

#include "model.h"

enum { board_apb2_hz = 80000000 };
//@ 1
static struct ct_serial_errors errors;
int main(void) {
    model_open();
    //@ 2-5
    assert(byte == CT_WOULD_BLOCK && !errors.overruns && model_at(0x40013828) == 'x');
    assert(model_at(0x4001380C) == 694 && model_at(0x40013800) == 0x2D); // BRR, CR1
}
