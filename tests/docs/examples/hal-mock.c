// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// sources: hal/src/mock.c hal/src/mock_text.c
// skip: 6-8
#include <corten/hal/mock.h>

#include <assert.h>

static int sensor_id(struct ct_output_pin reset, struct ct_delay delay, struct ct_i2c bus) {
    uint8_t id;
    assert(!ct_output_set_low(reset));
    ct_delay_us(delay, 10);
    assert(!ct_output_set_high(reset));
    return ct_i2c_write_read(bus, CT_I2C_7(0x76), (const uint8_t[]){0xD0}, 1, &id, 1) ? -1 : id;
}
int main(void) {
    //@ 1-5
    assert(id == 0x60);
}
