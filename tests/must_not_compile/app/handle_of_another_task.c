// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: struct other_handle
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>
#include <corten/tickless.h>

#ifdef OK
CT_TICKLESS(fast, 2, TIMER3A, 12000000, 12000000);
CT_TASK(report, 1);
CT_TASK(other, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(report, other), MONOTONIC(TIMER1A, 1000, 12000000), MONOTONICS(fast));
void other(struct other_task self) { (void)self; }
#else
CT_TICKLESS(fast, 2, TIMER3A, 12000000, 12000000);
CT_TASK(report, 1);
CT_TASK(other, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(report, other), MONOTONIC(TIMER1A, 1000, 12000000), MONOTONICS(fast));
void other(struct other_task self) { (void)self; }
#endif

void init(struct init_task self) {
    (void)self;
#ifdef OK
    struct other_handle later = {};
    CT_IGNORE(other_cancel(later));
#else
    struct other_handle later = {};
    CT_IGNORE(report_cancel(later));
#endif
}
void report(struct report_task self) { (void)self; }
