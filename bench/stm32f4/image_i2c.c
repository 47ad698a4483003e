// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A register of a device on I2C1 is read. The HAL's transaction can more than this program needs: addresses
// of 10 bits, operations in any order, a port that is reset and a bus that is clocked free after a time-out.
// size "image: I2C1, write then read": aim 939, by hand i2c_by_hand
// ram "image: I2C1, write then read (RAM)": aim 0, by hand i2c_by_hand
// board: olimex-h405
// cores: thumbv7em-hf
// firmware: FAULTS plain
#include <corten/board.h>
#include <corten/i2c_port.h>

CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
CT_I2C_PORT(port, I2C1, scl, sda);

int main(void) {
    uint8_t number = 0x75, content[6];
    ct_i2c_port_start(port, 42000000, 400000);
    return ct_i2c_write_read(CT_I2C_PORT_AS_BUS(port), CT_I2C_7(0x68), &number, 1, content, 6);
}
