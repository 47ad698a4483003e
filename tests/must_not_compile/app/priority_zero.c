// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: task blink: its priority must be at least 1; what runs at 0 is idle
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

#ifdef OK
CT_TASK(blink, 1);
#else
CT_TASK(blink, 0);
#endif
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));

void init(struct init_task self) { (void)self; CT_MUST(blink_spawn()); }
void blink(struct blink_task self) { (void)self; }
