// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: macro "CT_TASK" requires 3 arguments, but only 1 given
// clang: too few arguments provided to function-like macro invocation
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

#ifdef OK
CT_TASK(blink, 1);
#else
CT_TASK(blink);
#endif
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));

void init(struct init_task self) { (void)self; }
void blink(struct blink_task self) { (void)self; }
