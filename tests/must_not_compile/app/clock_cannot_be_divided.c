// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: the counter TIMER3A cannot be divided to this rate
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>
#include <corten/tickless.h>

#ifdef OK
CT_TICKLESS(fast, 2, TIMER3A, 12000000, 12000000);
CT_TASK(report, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(report), MONOTONIC(TIMER1A, 1000, 12000000), MONOTONICS(fast));
#else
CT_TICKLESS(fast, 2, TIMER3A, 1000000, 12000000);
CT_TASK(report, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(report), MONOTONIC(TIMER1A, 1000, 12000000), MONOTONICS(fast));
#endif

void init(struct init_task self) {
    (void)self;
#ifdef OK
    CT_MUST(report_spawn_on(fast_after(CT_US(50, fast))));
#else
    CT_MUST(report_spawn_on(fast_after(CT_US(50, fast))));
#endif
}
void report(struct report_task self) { (void)self; }
