// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: gain_is_set_by_init_only
// both: struct first_task
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(first, 1);
CT_TASK(other, 2);
CT_READ_ONLY(LATE(uint32_t), gain, first, other);
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(first, other));

void init(struct init_task self) { CT_SET(self, gain, 3); }
#ifdef OK
void first(struct first_task self) { (void)*CT_READ_ONLY_OF(self, gain); }
#else
void first(struct first_task self) { CT_SET(self, gain, 4); }
#endif
void other(struct other_task self) { (void)self; }
