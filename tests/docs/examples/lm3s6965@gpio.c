// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device lm3s6965}
#include <corten/assert.h>
#include <corten/gpio.h>

#include "model.h"

//@ 1
int main(void) {
    model_open();
    //@ 2-3
    assert(model_at(0x40025000 + 4) == 0xFF);                       // DATA of bit 0
    assert(model_at(0x40025400) == 1 && model_at(0x4002551C) == 1); // DIR, DEN
    //@ 4
    assert(model_at(0x40025000 + 4) == 0);
}
