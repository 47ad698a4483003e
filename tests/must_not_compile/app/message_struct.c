// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: report_spawn
// both: struct reading
// both: struct command
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

struct reading { int value; };
struct command { int value; };
CT_TASK_WITH(report, 1, struct reading, 2);
CT_APP(DISPATCHERS(GPIOA), TASKS(report));

#ifdef OK
void init(struct init_task self) { (void)self; CT_MUST(report_spawn((struct reading){1})); }
#else
void init(struct init_task self) { (void)self; CT_MUST(report_spawn((struct command){1})); }
#endif
void report(struct report_task self, struct reading reading) { (void)self, (void)reading; }
