// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The I2C of the LM3S6965 with chips that the emulator has: an EEPROM whose image devices.py looks
// into, a clock, a thermometer. Page writes, merged operations, an address that nobody has.

#include <corten/assert.h>
#include <corten/block.h>
#include <corten/board.h>
#include <corten/drivers/at24.h>
#include <corten/i2c_master.h>

#include "../check.h"

CT_GPIO(scl, G, 0);
CT_GPIO(sda, G, 1);
CT_I2C_MASTER(wires, I2C1, BOARD_CORE_HZ); // where the emulator puts what -device attaches
#define BUS CT_I2C_MASTER_BUS(wires)
static const struct ct_countdown timer = BOARD_TIMER;
#define DELAY CT_DELAY_BY_COUNTDOWN(&timer)
CT_AT24_DEFINE(rom, .bus = BUS, .delay = DELAY, .size = 4096, .page = 32);

int main(void) {
    CT_MUST(board_start_clocks().error);
    ct_gpio_make_alternate(scl);
    ct_gpio_make_alternate_open_drain(sda);
    ct_i2c_master_start(wires, 400000);

    // a thermometer: its limit register keeps what is written. (The emulated controller makes no
    // repeated START, which the thermometer and the clock need to turn round: two transactions.)
    uint8_t limit[2];
    const uint8_t point = 3, high[2] = {0x55, 0x10};
    CHECK_EQUAL(ct_i2c_write_write(BUS, CT_I2C_7(0x48), &point, 1, high, 2), CT_OK);
    const struct ct_i2c_operation ask[] = {CT_I2C_READ(limit, 1), CT_I2C_READ(limit + 1, 1)};
    CHECK_EQUAL(ct_i2c_write(BUS, CT_I2C_7(0x48), &point, 1), CT_OK);
    CHECK_EQUAL(ct_i2c_transaction(BUS, CT_I2C_7(0x48), ask, 2), CT_OK);
    CHECK_EQUAL(limit[0] << 8 | limit[1], 0x5510);

    // a clock: the years stand in register 6, in BCD
    const uint8_t years[2] = {6, 0x26};
    uint8_t year = 0;
    CHECK_EQUAL(ct_i2c_write(BUS, CT_I2C_7(0x68), years, 2), CT_OK);
    CHECK_EQUAL(ct_i2c_write(BUS, CT_I2C_7(0x68), years, 1), CT_OK);
    CHECK_EQUAL(ct_i2c_read(BUS, CT_I2C_7(0x68), &year, 1), CT_OK);
    CHECK_EQUAL(year, 0x26);

    // nobody: the emulator's controller says that the arbitration was lost where the chip says ADRACK
    CHECK_EQUAL(ct_i2c_read(BUS, CT_I2C_7(0x33), &year, 1), CT_ARBITRATION);
    CHECK_EQUAL(ct_i2c_write(BUS, CT_I2C_7(0x33), NULL, 0), CT_ARBITRATION);
    CHECK_EQUAL(ct_i2c_read(BUS, CT_I2C_10(0x48), &year, 1), CT_UNSUPPORTED);
    CHECK_EQUAL(ct_i2c_read(BUS, CT_I2C_7(0x48), &year, 0), CT_INVALID);
    CHECK_EQUAL(ct_i2c_write(BUS, CT_I2C_7(0x48), NULL, 0), CT_OK); // it is there

    // the EEPROM's driver, across pages
    char text[40];
    CHECK_EQUAL(rom_read(1000, text, 40), CT_OK);
    CHECK_EQUAL(rom_write(2000, text, 40), CT_OK);
    for (int n = 0; n < 40; n++) text[n] = 0;
    CHECK_EQUAL(rom_read(2000, text, 40), CT_OK);
    for (int n = 0; n < 40; n++) text[n] = (char)~text[n];
    CHECK_EQUAL(rom_write(3001, text, 40), CT_OK);
    DONE();
}
