// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: blink_is_missing_in_TASKS_of_CT_APP
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
CT_TASK(report, 1);
#ifdef OK
CT_APP(DISPATCHERS(TIMER0A), TASKS(report, blink));
#else
CT_APP(DISPATCHERS(TIMER0A), TASKS(report));
#endif

void init(struct init_task self) { (void)self; CT_MUST(blink_spawn()); CT_MUST(report_spawn()); }
void blink(struct blink_task self) { (void)self; }
void report(struct report_task self) { (void)self; }
