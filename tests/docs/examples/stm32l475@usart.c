// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m4
// flags: {device stm32l475}
#include <corten/clocks.h>
#include <corten/usart.h>

CT_CLOCK_TREE(board, PLL(1, 40, 2), BUSES(1, 1, 1));
//@ 1
static struct ct_serial_errors errors;
int use(void) {
    //@ 2-5
    return byte;
}
