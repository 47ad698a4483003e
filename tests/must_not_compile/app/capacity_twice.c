// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: macro "CT_A_TASK_HAS_ONE_CAPACITY" passed 2 arguments, but takes just 1
// clang: too many arguments provided to function-like macro invocation
// clang: CT_A_TASK_HAS_ONE_CAPACITY
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

#ifdef OK
CT_TASK(blink, 1, 2);
#else
CT_TASK(blink, 1, 2, 3);
#endif
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));

void init(struct init_task self) { (void)self; }
void blink(struct blink_task self) { (void)self; }
