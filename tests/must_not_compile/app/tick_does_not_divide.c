// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: the tick rate must divide the clock, or time would drift
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
#ifdef OK
CT_APP(DISPATCHERS(TIMER0A), TASKS(blink), MONOTONIC(SysTick, 1000, 12000000));
#else
CT_APP(DISPATCHERS(TIMER0A), TASKS(blink), MONOTONIC(SysTick, 1024, 12000000));
#endif

void init(struct init_task self) { (void)self; CT_MUST(blink_spawn()); }
void blink(struct blink_task self) { (void)self; }
