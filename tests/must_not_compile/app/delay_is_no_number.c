// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: struct ct_duration
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
CT_APP(DISPATCHERS(TIMER0A), TASKS(blink), MONOTONIC(SysTick, 1000, 12000000));

#ifdef OK
void init(struct init_task self) { (void)self; CT_MUST(blink_spawn_after(CT_MS(5))); }
#else
void init(struct init_task self) { (void)self; CT_MUST(blink_spawn_after(5)); }
#endif
void blink(struct blink_task self) { (void)self; }
