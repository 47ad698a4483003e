// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: bus_is_not_shared_with_this_task
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>
#include <corten/hal/i2c_shared.h>

extern const struct ct_i2c_ops ops;
CT_TASK(first, 1);
CT_TASK(other, 2);
#ifdef OK
CT_SHARED(struct ct_i2c_owner, bus, first, other);
#else
CT_SHARED(struct ct_i2c_owner, bus, first);
#endif
CT_I2C_LOCKED(sensor, other, bus, ((struct ct_i2c){&ops, NULL}));
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(first, other));

void init(struct init_task self) { (void)self; }
void first(struct first_task self) { (void)self; }
void other(struct other_task self) { CT_IGNORE(ct_i2c_read(sensor(self), CT_I2C_7(0x50), NULL, 0)); }
