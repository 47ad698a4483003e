// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device stm32f405}
// skip: 6-8
#include <corten/clocks.h>
#include <corten/usart.h>

#include <string.h>

#include "model.h"

//@ 1-2
_Static_assert(board_core_hz == 168000000, "");
int main(void) {
    model_open(); // whose clocks never come
    //@ 4-5
    assert(result.error == CT_TIMEOUT && !strcmp(result.flag, "HSERDY"));
}
