// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device stm32f405}
// flags: {device stm32f401}
#include <corten/assert.h>
#include <corten/spi_port.h>

#include "model.h"

enum { board_apb2_hz = 84000000 };
//@ 1-2
static const uint8_t text[3] = "hal";

// DR: what was sent comes back at once.
static void wire(struct ct_reg_model *m, const struct ct_reg_model_access *access, uint64_t *stored,
                 uint64_t *answer, void *context) {
    (void)stored, (void)answer, (void)context;
    ct_reg_model_poke(m, 0x40013008, access->write ? 3 : 2);
}
int main(void) {
    model_open();
    ct_reg_model_watch(&model, 0x4001300C, 0x4001300C, wire, NULL);
    //@ 3-5
    assert(came == 0x9F && model_at(0x40013000) == 0x357); // CR1: mode 3, 84 / 8, on
    assert(model_at(0x4001300C) == 'l');
}
