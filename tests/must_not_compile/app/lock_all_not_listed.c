// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: limit_is_not_shared_with_this_task
// both: struct other_task
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(first, 1);
CT_TASK(other, 2);
CT_SHARED(uint32_t, counter, first, other);
#ifdef OK
CT_SHARED(uint32_t, limit, first, other);
#else
CT_SHARED(uint32_t, limit, first);
#endif
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(first, other));

void init(struct init_task self) { (void)self; }
void first(struct first_task self) { CT_LOCK_ALL(self, (counter, c), (limit, l)) *c = *l; }
void other(struct other_task self) { CT_LOCK_ALL(self, (counter, c), (limit, l)) *c = *l; }
