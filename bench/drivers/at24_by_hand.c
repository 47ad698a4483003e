// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// What image_at24.c does without driver and interfaces: the port's own function is called with the
// transactions as they are, for any place and length too.
// board: olimex-h405
// cores: thumbv7em-hf
// firmware: FAULTS plain
#include <corten/board.h>
#include <corten/hal/delay.h>
#include <corten/i2c_port.h>

CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
CT_I2C_PORT(port, I2C1, scl, sda);
static const struct ct_countdown timer = BOARD_TIMER;

static CT_NOINLINE enum ct_error talk(const struct ct_i2c_operation *operations, size_t count) {
    return ct_i2c_port_transaction(&port, CT_I2C_7(0x50), operations, count);
}

static CT_NOINLINE enum ct_error rom_read(uint32_t place, void *data, uint32_t length) {
    if (length > 32768 || place > 32768 - length) return CT_OUT_OF_RANGE;
    if (length == 0) return CT_OK;
    const uint8_t bytes[2] = {(uint8_t)(place >> 8), (uint8_t)place};
    const struct ct_i2c_operation operations[] = {{bytes, NULL, 2}, {NULL, data, length}};
    return talk(operations, 2);
}

static CT_NOINLINE enum ct_error rom_write(uint32_t place, const void *data, uint32_t length) {
    if (length > 32768 || place > 32768 - length) return CT_OUT_OF_RANGE;
    const uint8_t *from = data;
    while (length) {
        const uint32_t left = 64 - (place & 63), part = length < left ? length : left;
        const uint8_t bytes[2] = {(uint8_t)(place >> 8), (uint8_t)place};
        const struct ct_i2c_operation operations[] = {{bytes, NULL, 2}, {from, NULL, part}};
        enum ct_error e = talk(operations, 2);
        if (e) return e;
        const struct ct_i2c_operation ask = {bytes, NULL, 0};
        for (unsigned tries = 100;; tries--) {
            e = talk(&ask, 1);
            if (e != CT_NO_ACKNOWLEDGE && e != CT_NO_ACKNOWLEDGE_ADDRESS &&
                e != CT_NO_ACKNOWLEDGE_DATA)
                break;
            if (tries == 0) return CT_TIMEOUT;
            ct_delay_us(CT_DELAY_BY_COUNTDOWN(&timer), 100);
        }
        if (e) return e;
        place += part;
        from += part;
        length -= part;
    }
    return CT_OK;
}

int main(void) {
    ct_i2c_port_start(port, 42000000, 400000);
    uint8_t starts;
    enum ct_error e = rom_read(0x100, &starts, 1);
    starts++;
    if (!e) e = rom_write(0x100, &starts, 1);
    return e;
}
