// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: GPIOA_has_a_task_or_is_a_dispatcher_already
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
CT_TASK(report, 2);
#ifdef OK
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(blink, report));
#else
CT_APP(DISPATCHERS(GPIOA, GPIOA), TASKS(blink, report));
#endif

void init(struct init_task self) { (void)self; CT_MUST(blink_spawn()); CT_MUST(report_spawn()); }
void blink(struct blink_task self) { (void)self; }
void report(struct report_task self) { (void)self; }
