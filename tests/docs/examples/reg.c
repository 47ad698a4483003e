// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// sources: core/src/reg_model.c
// flags: {device stm32f405}
//@ 1
#include <corten/registers_model.h>

#include <assert.h>

//@ 2-7

int main(void) {
    static struct ct_reg_model chip;
    static uint64_t words[device_model_count];
    ct_reg_model_open(&chip, &device_model, words); // SR.TXE is 1 after a reset
    ct_reg_model_use(&chip);
    uart_on();
    assert(ct_reg_model_peek(&chip, 0x40020000) == 0xA80000A0); // MODER: was 0xA8000000
    assert(ct_reg_model_peek(&chip, 0x40004408) == 0x16D);      // BRR: 22 and 13/16
    assert(ct_reg_model_peek(&chip, 0x4000440C) == 0x2008);     // CR1: UE and TE
    assert(chip.reads == 3 && chip.writes == 3);
}
