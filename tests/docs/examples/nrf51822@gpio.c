// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device nrf51822}
#include <corten/assert.h>
#include <corten/gpio.h>

#include "model.h"

//@ 1
int main(void) {
    model_open();
    //@ 2-3
    assert((model_at(0x50000700 + 4 * 13) & 1) == 1); // PIN_CNF: an output
    assert(model_at(0x50000508) >> 13 & 1);           // OUTSET
    //@ 4
}
