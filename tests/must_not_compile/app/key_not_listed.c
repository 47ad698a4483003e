// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: count_is_not_shared_with_this_task
// both: struct other_task
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(first, 1);
CT_TASK(other, 2);
#ifdef OK
CT_SHARED(uint32_t, count, first, other);
#else
CT_SHARED(uint32_t, count, first);
#endif
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(first, other));

void init(struct init_task self) { (void)self; }
static void add(struct count_key key) { CT_LOCK(key, count, c) *c += 1; }
void first(struct first_task self) { add(CT_KEY(self, count)); }
void other(struct other_task self) { add(CT_KEY(self, count)); }
