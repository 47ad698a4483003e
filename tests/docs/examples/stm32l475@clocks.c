// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m4
// flags: {device stm32l475}
// skip: 6-8
#include <corten/clocks.h>
#include <corten/usart.h>

//@ 1-2
_Static_assert(board_core_hz == 80000000, "");
enum ct_error start(void) {
    //@ 4-5
    return result.error;
}
