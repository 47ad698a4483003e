// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: struct count_key
// both: struct level_key
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(first, 1);
CT_TASK(other, 2);
CT_SHARED(uint32_t, count, first);
CT_SHARED(uint32_t, level, first);
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(first, other));

void init(struct init_task self) { (void)self; }
static void add(struct count_key key) { CT_LOCK(key, count, c) *c += 1; }
#ifdef OK
void first(struct first_task self) { add(CT_KEY(self, count)); }
#else
void first(struct first_task self) { add(CT_KEY(self, level)); }
#endif
void other(struct other_task self) { (void)self; }
