// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: sensors: this clock cannot make this rate within 10 %
// target: m4f
// flags: {device stm32f401}
#include <corten/i2c_port.h>

CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
CT_I2C_PORT(sensors, I2C1, scl, sda);

void start(void);
void start(void) {
#ifdef OK
    ct_i2c_port_start(sensors, 8000000, 400000); // 381 kHz
#else
    ct_i2c_port_start(sensors, 8000000, 380000); // 333 kHz
#endif
}
