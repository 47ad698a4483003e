// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A number in an EEPROM is counted up, over I2C1 of the STM32F405.
// size "image: AT24 read, counted up, written": aim 2740, by hand at24_by_hand
// board: olimex-h405
// cores: thumbv7em-hf
// firmware: FAULTS plain LINK_LIBRARIES corten::drivers
#include <corten/board.h>
#include <corten/drivers/at24.h>
#include <corten/i2c_port.h>

CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
CT_I2C_PORT(port, I2C1, scl, sda);
static const struct ct_countdown timer = BOARD_TIMER;
CT_AT24_DEFINE(rom, .bus = CT_I2C_PORT_AS_BUS(port), .delay = CT_DELAY_BY_COUNTDOWN(&timer),
               .size = 32768, .page = 64);

int main(void) {
    ct_i2c_port_start(port, 42000000, 400000);
    uint8_t starts;
    enum ct_error e = rom_read(0x100, &starts, 1);
    starts++;
    if (!e) e = rom_write(0x100, &starts, 1);
    return e;
}
