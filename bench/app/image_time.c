// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// One software task that sends for itself, later.
// size "image: one software task and the timer queue": aim 900, by hand time_by_hand, beside RTIC 1260/1312
// ram "memory: one software task and the timer queue": aim 48, by hand time_by_hand, beside RTIC 52/68
// firmware: FAULTS plain
#include <corten/app.h>

CT_TASK_WITH(report, 1, uint32_t, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(report), MONOTONIC(SysTick, 1000, 12000000));

void init(struct init_task self) {
    (void)self;
    CT_IGNORE(report_spawn(1));
}
void report(struct report_task self, uint32_t message) {
    (void)self;
    *(volatile uint32_t *)0x40004000 = message;
    CT_IGNORE(report_spawn_after(CT_MS(100), message + 1));
}
