// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: from incompatible pointer type 'count_type_ *' {aka 'float *'}
// clang: incompatible pointer types initializing
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(first, 1);
CT_TASK(other, 2);
#ifdef OK
CT_SHARED(uint32_t, count, first);
#else
CT_SHARED(float, count, first);
#endif
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(first, other));

typedef CT_LOCKABLE(uint32_t) lockable;
void init(struct init_task self) { (void)self; }
static void add(lockable which) { CT_LOCK_ANY(which, w) *w += 1; }
void first(struct first_task self) { add(CT_LOCKABLE_OF(lockable, self, count)); }
void other(struct other_task self) { (void)self; }
