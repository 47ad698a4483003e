// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: lamp_is_not_local
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/gpio.h>
#include <corten/app.h>

CT_TASK(first, 1);
CT_TASK(other, 2);
CT_SHARED_PIN(lamp, (F, 0), first, other);
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(first, other));

void init(struct init_task self) { (void)self; }
#ifdef OK
void first(struct first_task self) { CT_LOCK(self, lamp, l) ct_gpio_set_high(*l); }
#else
void first(struct first_task self) { ct_gpio_set_high(*CT_LOCAL_OF(self, lamp)); }
#endif
void other(struct other_task self) { (void)self; }
