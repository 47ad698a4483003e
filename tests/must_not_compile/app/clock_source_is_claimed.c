// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// link: multiple definition of `TIMER3_is_already_claimed'
// with: clock_source_is_claimed_part.c
// target: m3
// flags: {device lm3s6965} -Os
// ldflags: -Wl,--unresolved-symbols=ignore-all
#include <corten/app.h>
#include <corten/tickless.h>

CT_TICKLESS(fast, 2, TIMER3A, 12000000, 12000000);
CT_TASK(report, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(report), MONOTONICS(fast));

void init(struct init_task self) {
    (void)self;
    CT_MUST(report_spawn_on(fast_after(CT_US(50, fast))));
}
void report(struct report_task self) { (void)self; }
