// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// On the Cortex-M7 that needs it, BASEPRI is written with interrupts masked.
// target: m7
// flags: {device lm3s6965} -DCT_DEVICE_ERRATUM_837070
// count locked - plain == 7
// expect locked: …, cpsid.*, …, msr .*_MAX.*|msr .*_max.*, …, msr PRIMASK.*|msr primask.*, …, str .*, …, msr BASEPRI.*|msr basepri.*, …
#include <corten/app.h>

CT_TASK(low, 1);
CT_INTERRUPT(edge, 3, GPIOA);
CT_SHARED(uint32_t, number, low, edge);
CT_APP(DISPATCHERS(GPIOB), TASKS(low, edge));

void init(struct init_task self) { (void)self; }
void low(struct low_task self) { (void)self; }
void edge(struct edge_task self) { (void)self; }

void plain(void), locked(struct low_task self);
void plain(void) { number_shared += 1; }
void locked(struct low_task self) { CT_LOCK(self, number, n) *n += 1; }
