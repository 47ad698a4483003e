// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: bus: this I2C speed is above 400 kHz
// clang: bus: this I2C speed is more than a third away from what this clock can make
// target: m3
// flags: {device lm3s6965}
#include <corten/i2c_master.h>

CT_I2C_MASTER(bus, I2C0, 12000000);

void start(void);
void start(void) {
#ifdef OK
    ct_i2c_master_start(bus, 400000);
    ct_i2c_master_start(bus, 10000);
#elif __clang__
    ct_i2c_master_start(bus, 4000);
#else
    ct_i2c_master_start(bus, 1000000);
#endif
}
