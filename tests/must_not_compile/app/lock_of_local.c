// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: led_has_no_lock_because_it_is_not_shared
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(first, 1);
CT_LOCAL(uint32_t, led, first);
CT_APP(DISPATCHERS(GPIOA), TASKS(first));

void init(struct init_task self) { (void)self; }
void first(struct first_task self) {
#ifdef OK
    *CT_LOCAL_OF(self, led) += 1;
#else
    CT_LOCK(self, led, l) *l += 1;
#endif
}
