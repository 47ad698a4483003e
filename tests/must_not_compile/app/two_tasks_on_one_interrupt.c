// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: TIMER0A_has_a_task_or_is_a_dispatcher_already
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_INTERRUPT(sample, 1, TIMER0A);
#ifdef OK
CT_INTERRUPT(control, 2, TIMER0B);
#else
CT_INTERRUPT(control, 2, TIMER0A);
#endif
CT_APP(DISPATCHERS(), TASKS(sample, control));

void init(struct init_task self) { (void)self; }
void sample(struct sample_task self) { (void)self; }
void control(struct control_task self) { (void)self; }
