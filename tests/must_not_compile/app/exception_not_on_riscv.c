// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: no task can be bound to PendSV: its priority is fixed, or this core has not got it
// target: rv32
// flags: {device nrf51822} -fsyntax-only
#include <corten/app.h>

#ifdef OK
CT_INTERRUPT(sample, 1, SysTick);
#else
CT_INTERRUPT(sample, 1, PendSV);
#endif
CT_APP(DISPATCHERS(), TASKS(sample));

void init(struct init_task self) { (void)self; }
void sample(struct sample_task self) { (void)self; }
