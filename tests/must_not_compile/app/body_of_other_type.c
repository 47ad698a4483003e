// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: conflicting types for 'report'
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK_WITH(report, 1, uint32_t, 2);
CT_APP(DISPATCHERS(GPIOA), TASKS(report));

void init(struct init_task self) { (void)self; CT_MUST(report_spawn(1)); }
#ifdef OK
void report(struct report_task self, uint32_t n) { (void)self, (void)n; }
#else
void report(struct report_task self, float n) { (void)self, (void)n; }
#endif
