// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: task sample: its priority is beyond the priority bits of this chip
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

#ifdef OK
CT_INTERRUPT(sample, 4, TIMER0A);
#else
CT_INTERRUPT(sample, 9, TIMER0A);
#endif
CT_APP(DISPATCHERS(), TASKS(sample));

void init(struct init_task self) { (void)self; }
void sample(struct sample_task self) { (void)self; }
