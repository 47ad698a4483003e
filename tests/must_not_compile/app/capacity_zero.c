// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: task report: its capacity must be at least 1
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

#ifdef OK
CT_TASK_WITH(report, 1, uint32_t, 1);
#else
CT_TASK_WITH(report, 1, uint32_t, 0);
#endif
CT_APP(DISPATCHERS(TIMER0A), TASKS(report));

void init(struct init_task self) { (void)self; CT_MUST(report_spawn(1)); }
void report(struct report_task self, uint32_t n) { (void)self, (void)n; }
