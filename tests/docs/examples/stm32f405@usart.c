// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m4
// flags: {device stm32f405}
#include <corten/clocks.h>
#include <corten/usart.h>

CT_CLOCK_TREE(board, CRYSTAL(8000000), PLL(8, 336, 2, 7), BUSES(1, 4, 2));
//@ 1
static struct ct_serial_errors errors;
int use(void) {
    //@ 2-5
    return byte;
}
