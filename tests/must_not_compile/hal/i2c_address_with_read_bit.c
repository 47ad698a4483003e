// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: an I2C address has 7 bits without the bit for reading, or 10
#include <corten/hal/i2c.h>

struct ct_i2c_address rom(void);
struct ct_i2c_address rom(void) {
#ifdef OK
    return CT_I2C_7(0x50);
#else
    return CT_I2C_7(0xA0);
#endif
}
