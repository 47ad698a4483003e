// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device nrf51822}
#include <corten/assert.h>
#include <corten/calendar.h>

#include "model.h"

//@ 1
int main(void) {
    model_open();
    //@ 2-3
    ct_reg_model_poke(&model, 0x40011504, 30 * 8); // COUNTER
    //@ 4-5
    assert(now.minute == 0 && now.second == 30);
}
