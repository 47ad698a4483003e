// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: no task can be bound to NMI: its priority is fixed, or this core has not got it
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

#ifdef OK
CT_INTERRUPT(sample, 1, SVC);
#else
CT_INTERRUPT(sample, 1, NMI);
#endif
CT_APP(DISPATCHERS(), TASKS(sample));

void init(struct init_task self) { (void)self; }
void sample(struct sample_task self) { (void)self; }
