// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: sample_is_missing_in_TASKS_of_CT_APP
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(report, 1);
CT_INTERRUPT(sample, 2, TIMER0B);
#ifdef OK
CT_APP(DISPATCHERS(TIMER0A), TASKS(report, sample));
#else
CT_APP(DISPATCHERS(TIMER0A), TASKS(report));
#endif

void init(struct init_task self) { (void)self; CT_MUST(report_spawn()); }
void sample(struct sample_task self) { (void)self; }
void report(struct report_task self) { (void)self; }
