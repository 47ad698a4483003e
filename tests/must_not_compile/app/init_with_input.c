// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: conflicting types for 'init'
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));

#ifdef OK
void init(struct init_task self) { (void)self; }
#else
void init(struct init_task self, int n) { (void)self, (void)n; }
#endif
void blink(struct blink_task self) { (void)self; }
