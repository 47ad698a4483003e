// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: the tasks of one priority may have 255 waiting messages in all
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

#ifdef OK
CT_TASK(blink, 1, 127);
#else
CT_TASK(blink, 1, 128);
#endif
CT_TASK_WITH(report, 1, uint32_t, 128);
CT_APP(DISPATCHERS(TIMER0A), TASKS(blink, report));

void init(struct init_task self) { (void)self; CT_MUST(report_spawn(1)); CT_MUST(blink_spawn()); }
void blink(struct blink_task self) { (void)self; }
void report(struct report_task self, uint32_t n) { (void)self, (void)n; }
