// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// One software task, sent for in init.
// size "image: one software task": aim 420, by hand task_by_hand, beside RTIC 616/540
// ram "memory: one software task": aim 12, by hand task_by_hand, beside RTIC 28/12
// firmware: FAULTS plain
#include <corten/app.h>

CT_TASK_WITH(report, 1, uint32_t, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(report));

void init(struct init_task self) {
    (void)self;
    CT_IGNORE(report_spawn(1));
}
void report(struct report_task self, uint32_t message) {
    (void)self;
    *(volatile uint32_t *)0x40004000 = message;
}
