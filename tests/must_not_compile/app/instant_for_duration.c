// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: incompatible type for argument 1 of 'blink_spawn_after'
// clang: passing 'struct ct_instant' to parameter of incompatible type 'struct ct_duration'
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(blink), MONOTONIC(SysTick, 1000, 12000000));
void init(struct init_task self) {
    (void)self;
#ifdef OK
    if (blink_spawn_after(CT_MS(5))) return;
#else
    if (blink_spawn_after(ct_now())) return;
#endif
}
void blink(struct blink_task self) { (void)self; }
