// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: sda_is_I2C1_SCL
// target: m4f
// flags: {device stm32f405}
#include <corten/i2c_port.h>

CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
#ifdef OK
CT_I2C_PORT(sensors, I2C1, scl, sda);
#else
CT_I2C_PORT(sensors, I2C1, sda, scl);
#endif
