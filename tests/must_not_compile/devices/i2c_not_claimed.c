// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: I2C1 was never claimed: it needs a CT_I2C_PORT at file scope
// target: m4f
// flags: {device stm32f405}
#include <corten/i2c_port.h>

CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
CT_I2C_PORT(sensors, I2C1, scl, sda);

void start(void);
void start(void) {
#ifdef OK
    ct_i2c_port_start(sensors, 42000000, 100000);
#else
    ct_i2c_port_start(I2C1, 42000000, 100000);
#endif
}
