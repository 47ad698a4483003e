// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device stm32f405}
// flags: {device stm32f401}
#include <corten/i2c_port.h>

#include "model.h"

enum { board_apb1_hz = 42000000 };
//@ 1-3
static const uint8_t text[3] = "hal";
int main(void) {
    model_open();
    //@ 4-6
    assert(e == CT_TIMEOUT);                                          // there is no bus
    assert(model_at(0x4000541C) == 0x8023 && model_at(0x40005404) == 42); // CCR, CR2
    assert(model_at(0x40020404) == 0x300);                            // OTYPER: open-drain
}
