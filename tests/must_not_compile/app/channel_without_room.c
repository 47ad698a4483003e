// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: channel numbers: its capacity must be at least 1
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

#ifdef OK
CT_CHANNEL(numbers, int, 1);
#else
CT_CHANNEL(numbers, int, 0);
#endif
CT_TASK(blink, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));

void init(struct init_task self) { (void)self; }
void blink(struct blink_task self) { (void)self; }
