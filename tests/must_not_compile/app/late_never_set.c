// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// link: gain_is_late_but_init_never_sets_it
// ldflags: -u main -u GPIOA_Handler
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(first, 1);
CT_TASK(other, 2);
CT_READ_ONLY(LATE(uint32_t), gain, first, other);
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(first, other));

void init(struct init_task self) {
    (void)self;
#ifdef OK
    CT_SET(self, gain, 3);
#endif
    CT_IGNORE(first_spawn());
}
static volatile uint32_t out;
void first(struct first_task self) { out = *CT_READ_ONLY_OF(self, gain); }
void other(struct other_task self) { (void)self; }
