// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: task blink: its priority is beyond the priority bits of this chip
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

#ifdef OK
CT_TASK(blink, 4);
#else
CT_TASK(blink, 9);
#endif
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));

void init(struct init_task self) { (void)self; CT_MUST(blink_spawn()); }
void blink(struct blink_task self) { (void)self; }
