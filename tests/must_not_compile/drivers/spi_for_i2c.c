// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: ops_of_spi
#include <corten/drivers/lm75.h>
#include <corten/hal/spi.h>

extern const struct ct_i2c_ops ops_of_i2c;
extern const struct ct_spi_bus_ops ops_of_spi;
#ifdef OK
CT_LM75_DEFINE(room, .bus = {&ops_of_i2c, NULL})
#else
CT_LM75_DEFINE(room, .bus = {&ops_of_spi, NULL})
#endif
