// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: counter_is_not_local
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(first, 1);
CT_TASK(other, 2);
CT_SHARED(uint32_t, counter, first, other);
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(first, other));

void init(struct init_task self) { (void)self; }
void first(struct first_task self) { CT_LOCK(self, counter, c) *c += 1; }
void other(struct other_task self) {
#ifdef OK
    CT_LOCK(self, counter, c) *c += 1;
#else
    *CT_LOCAL_OF(self, counter) += 1;
#endif
}
