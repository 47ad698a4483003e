// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device nrf51822}
#include <corten/assert.h>
#include <corten/gpiote.h>

#include "model.h"

static unsigned woken;
static void wake(void) { woken++; }
//@ 1-2
int main(void) {
    model_open();
    //@ 3-4
    ct_reg_model_poke(&model, 0x40006100, 1); // EVENTS_IN[0]
    //@ 5
    assert(woken == 1 && ct_edge_take(pressed) == CT_OK);
}
