// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: too few dispatchers: each priority that software tasks use needs one
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
CT_TASK(report, 2);
CT_TASK(alarm, 3);
#ifdef OK
CT_APP(DISPATCHERS(GPIOA, GPIOB, GPIOC), TASKS(blink, report, alarm));
#else
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(blink, report, alarm));
#endif

void init(struct init_task self) { (void)self; CT_MUST(blink_spawn()); CT_MUST(report_spawn()); CT_MUST(alarm_spawn()); }
void blink(struct blink_task self) { (void)self; }
void report(struct report_task self) { (void)self; }
void alarm(struct alarm_task self) { (void)self; }
