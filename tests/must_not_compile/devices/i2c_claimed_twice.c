// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'I2C1_is_already_claimed'
// target: m4f
// flags: {device stm32f401}
#include <corten/i2c_port.h>

CT_GPIO(scl, B, 8);
CT_GPIO(sda, B, 9);
CT_I2C_PORT(sensors, I2C1, scl, sda);
#ifdef OK
CT_GPIO(scl2, B, 6);
#else
CT_I2C_PORT(display, I2C1, scl, sda);
#endif
