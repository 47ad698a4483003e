// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m4
// flags: {device stm32f405}
#include <corten/app.h>
#include <corten/tickless.h>

CT_TASK(report, 1);
//@ 1
CT_APP(DISPATCHERS(EXTI0), TASKS(report), MONOTONICS(fast));
void init(struct init_task self) {
    (void)self;
    CT_MUST(report_spawn_on(fast_after(CT_MS(100, fast))));
}
void report(struct report_task self) {
    (void)self;
    CT_MUST(report_spawn_on(fast_after(CT_MS(100, fast))));
}
