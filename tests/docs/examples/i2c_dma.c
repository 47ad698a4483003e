// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f401}
// flags: {device stm32f405}
#include <corten/assert.h>
#include <corten/i2c_dma.h>
#include <corten/stm32f4_model.h>

#include <assert.h>

enum { board_apb1_hz = 16000000 };
CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
//@ 1-4
static const uint8_t text[2] = "ok";
static const struct ct_i2c_operation send = CT_I2C_WRITE(text, 2);
int main(void) {
    ct_model_stm32f4_start();
    ct_model_i2c_wire(1, CT_MODEL_PIN('B', 8), CT_MODEL_PIN('B', 9));
    //@ 5-8
    //@ 9
    assert(e == CT_WOULD_BLOCK);
    while (ct_i2c_nb_poll(bus) == CT_WOULD_BLOCK) ct_host_pass(1000);
    assert(ct_i2c_nb_poll(bus) == CT_INVALID);
}
