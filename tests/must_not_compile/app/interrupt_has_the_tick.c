// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: MONOTONIC ticks with SysTick: it can neither have a task nor be a dispatcher
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

#ifdef OK
CT_INTERRUPT(sample, 1, TIMER0A);
#else
CT_INTERRUPT(sample, 1, SysTick);
#endif
CT_APP(DISPATCHERS(), TASKS(sample), MONOTONIC(SysTick, 1000, 12000000));

void init(struct init_task self) { (void)self; }
void sample(struct sample_task self) { (void)self; }
