// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Without BASEPRI a lock masks its tasks' own interrupts; it is never nothing.
// target: m0 m0plus
// flags: {device lm3s6965}
// count at_ceiling - plain == 0
// forbid at_ceiling: cpsid|msr|dsb
// count locked - plain <= 14
// expect locked: …, str .*, …, dsb.*, isb.*, …, ldr .*, …, str .*, …, str .*, …, dsb.*, isb.*, …
// expect tick_locked: …, mrs .*, cpsid.*, …, msr .*, …
// expect GPIOA_Handler: bx lr
#include <corten/app.h>

CT_TASK(low, 1);
CT_INTERRUPT(edge, 3, GPIOA);
CT_INTERRUPT(tick, 4, SysTick);
CT_SHARED(uint32_t, number, low, edge);
CT_SHARED(uint32_t, ticks, low, tick);

CT_APP(DISPATCHERS(GPIOB), TASKS(low, edge, tick));

void init(struct init_task self) { (void)self; }
void low(struct low_task self) { (void)self; }
void edge(struct edge_task self) { (void)self; }
void tick(struct tick_task self) { (void)self; }

void plain(void);
void plain(void) { number_shared += 1; }
void locked(struct low_task self), at_ceiling(struct edge_task self), tick_locked(struct low_task self);
void locked(struct low_task self) { CT_LOCK(self, number, n) *n += 1; }
void at_ceiling(struct edge_task self) { CT_LOCK(self, number, n) *n += 1; }
void tick_locked(struct low_task self) { CT_LOCK(self, ticks, t) *t += 1; } // has no enable bit
