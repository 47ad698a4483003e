// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device lm3s6965}
#include <corten/assert.h>
#include <corten/timer.h>

#include "model.h"

//@ 1
int main(void) {
    model_open();
    //@ 2-3
    assert(model_at(0x400FE104) >> 16 == 1);         // RCGC1
    assert(model_at(0x40030028) == 250000 * 50); // TAILR
}
