// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: macro "CT_LOCAL" passed 4 arguments, but takes just 3
// clang: too many arguments provided to function-like macro invocation
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
CT_TASK(other, 1);
#ifdef OK
CT_LOCAL(uint32_t, own, blink);
#else
CT_LOCAL(uint32_t, own, blink, other);
#endif
CT_APP(DISPATCHERS(GPIOA), TASKS(blink, other));

void init(struct init_task self) { (void)self; }
void blink(struct blink_task self) { (void)self; }
void other(struct other_task self) { (void)self; }
