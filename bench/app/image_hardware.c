// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// One interrupt that is a task.
// size "image: one hardware task": aim 320, by hand hardware_by_hand, beside RTIC 400/396
// ram "memory: one hardware task": aim 0, by hand hardware_by_hand
// firmware: FAULTS plain
#include <corten/app.h>

CT_INTERRUPT(edge, 1, GPIOA);
CT_APP(DISPATCHERS(), TASKS(edge));

void init(struct init_task self) { (void)self; }
void edge(struct edge_task self) {
    (void)self;
    *(volatile uint32_t *)0x40004000 = 1;
}
