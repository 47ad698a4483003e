// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m0
// flags: {device nrf51822}
#include <corten/app.h>
#include <corten/tickless.h>

CT_TASK(report, 1);
//@ 1
CT_APP(DISPATCHERS(SWI0), TASKS(report), MONOTONICS(fine));
void init(struct init_task self) {
    (void)self;
    CT_MUST(report_spawn_on(fine_after(CT_MS(100, fine))));
}
void report(struct report_task self) {
    (void)self;
    CT_MUST(report_spawn_on(fine_after(CT_MS(100, fine))));
}
