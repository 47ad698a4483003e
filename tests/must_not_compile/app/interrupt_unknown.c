// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: TIMER99_is_an_interrupt_of_this_chip
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

#ifdef OK
CT_INTERRUPT(sample, 1, TIMER0A);
#else
CT_INTERRUPT(sample, 1, TIMER99);
#endif
CT_APP(DISPATCHERS(), TASKS(sample));

void init(struct init_task self) { (void)self; }
void sample(struct sample_task self) { (void)self; }
