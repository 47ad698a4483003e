// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: ignoring return value of 'blink_spawn'
// clang: ignoring return value of function declared with 'warn_unused_result' attribute
// flags: -Werror
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
CT_APP(DISPATCHERS(TIMER0A), TASKS(blink));

#ifdef OK
void init(struct init_task self) { (void)self; CT_IGNORE(blink_spawn()); }
#else
void init(struct init_task self) { (void)self; blink_spawn(); }
#endif
void blink(struct blink_task self) { (void)self; }
