// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device stm32f401}
// flags: {device stm32f405}
#include <corten/pin_alternate.h>

#include "model.h"

//@ 1-2
int main(void) {
    model_open();
    //@ 3-4
    assert((model_at(0x40020420) >> 24 & 15) == 7 && (model_at(0x40020424) & 15) == 4);
    assert(model_at(0x40020404) == 1u << 8);
}
