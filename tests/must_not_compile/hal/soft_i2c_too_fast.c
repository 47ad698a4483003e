// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: wires: this I2C speed is above 400 kHz
#include <corten/hal/soft_i2c.h>

extern const struct ct_bidirectional_ops ops;
#define LINE ((struct ct_bidirectional_pin){&ops, NULL})
#ifdef OK
CT_SOFT_I2C(wires, LINE, LINE, CT_NO_DELAY, 400000);
#else
CT_SOFT_I2C(wires, LINE, LINE, CT_NO_DELAY, 1000000);
#endif
