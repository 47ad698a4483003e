// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: level: tasks of different priorities need CT_SHARED and its lock
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
#ifdef OK
CT_TASK(report, 1);
#else
CT_TASK(report, 2);
#endif
CT_LOCK_FREE(uint32_t, level, blink, report);
CT_APP(DISPATCHERS(TIMER0A, TIMER0B), TASKS(report, blink));

void init(struct init_task self) { (void)self; CT_MUST(report_spawn()); CT_MUST(blink_spawn()); }
void report(struct report_task self) { ++*CT_LOCK_FREE_OF(self, level); }
void blink(struct blink_task self) { ++*CT_LOCK_FREE_OF(self, level); }
