// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device stm32f405}
// flags: {device stm32f401}
#include <corten/apb.h>

#include "model.h"

int main(void) {
    model_open();
    ct_reg_model_poke(&model, 0x40023820, 1); // APB1RSTR
    //@ 1-2
    assert(model_at(0x40023840) == 1u << 21 && model_at(0x40023820) == 1);
    ct_apb_disable(1, 21);
    assert(model_at(0x40023840) == 0);
}
