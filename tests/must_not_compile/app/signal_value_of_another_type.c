// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: incompatible type for argument 1 of 'seen_signal'
// clang: passing 'int' to parameter of incompatible type 'typeof(struct reading)'
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

struct reading { int value; };
CT_SIGNAL(seen, struct reading);
CT_TASK(blink, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));
void init(struct init_task self) {
    (void)self;
#ifdef OK
    seen_signal((struct reading){1});
#else
    seen_signal(1);
#endif
}
void blink(struct blink_task self) { (void)self; }
