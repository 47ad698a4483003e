// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'I2C1_is_already_claimed'
// target: m4f
// flags: {device stm32f401}
#include <corten/i2c_port.h>

CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
CT_I2C_PORT(sensors, I2C1, scl, sda);
#ifdef OK
CT_PIN_ALTERNATE(scl2, B, 6, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
#else
CT_I2C_PORT(display, I2C1, scl, sda);
#endif
