// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: sample must not wait for more than first
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(first, 1);
CT_TASK(other, 2);
#ifdef OK
CT_SHARED(uint32_t, count, first);
#else
CT_SHARED(uint32_t, count, first, other);
#endif
_Static_assert(CT_CEILING(count) == 1, "sample must not wait for more than first");
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(first, other));

void init(struct init_task self) { (void)self; }
void first(struct first_task self) { (void)self; }
void other(struct other_task self) { (void)self; }
