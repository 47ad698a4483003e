// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: TIMER99_is_an_interrupt_of_this_chip
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
#ifdef OK
CT_APP(DISPATCHERS(TIMER0A), TASKS(blink));
#else
CT_APP(DISPATCHERS(TIMER99), TASKS(blink));
#endif

void init(struct init_task self) { (void)self; CT_MUST(blink_spawn()); }
void blink(struct blink_task self) { (void)self; }
