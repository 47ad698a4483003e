// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: conflicting types for 'idle'
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_IDLE(idle);
CT_APP(DISPATCHERS(), TASKS(idle));

void init(struct init_task self) { (void)self; }

#ifdef OK
void idle(struct idle_task self) { (void)self; }
#else
void idle(void) {}
#endif
