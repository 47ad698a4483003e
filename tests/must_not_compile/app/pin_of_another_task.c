// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: lamp_belongs_to_another_task
// both: struct other_task
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/gpio.h>
#include <corten/app.h>

CT_TASK(first, 1);
CT_TASK(other, 2);
#ifdef OK
CT_LOCAL_PIN(lamp, (F, 0), other);
#else
CT_LOCAL_PIN(lamp, (F, 0), first);
#endif
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(first, other));

void init(struct init_task self) { (void)self; }
void first(struct first_task self) { (void)self; }
void other(struct other_task self) { ct_gpio_set_high(*CT_LOCAL_OF(self, lamp)); }
