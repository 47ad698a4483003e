// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: this duration is too long for its clock, or negative
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
CT_APP(DISPATCHERS(TIMER0A), TASKS(blink), MONOTONIC(SysTick, 1000, 12000000));

void init(struct init_task self) {
    (void)self;
#ifdef OK
    CT_MUST(blink_spawn_after(CT_MS(2147483647)));
#else
    CT_MUST(blink_spawn_after(CT_MS(2147483648)));
#endif
}
void blink(struct blink_task self) { (void)self; }
