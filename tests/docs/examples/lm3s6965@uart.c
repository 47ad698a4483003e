// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device lm3s6965}
#include <corten/clocks.h>
#include <corten/uart.h>

#include "model.h"

//@ 1
static struct ct_serial_errors errors;
int main(void) {
    model_open();
    //@ 2-5
    assert(byte == CT_WOULD_BLOCK && !errors.overruns && model_at(0x4000C000) == 'x');
    assert(model_at(0x4000C024) == 27 && model_at(0x4000C028) == 8); // 27 and 8/64
}
