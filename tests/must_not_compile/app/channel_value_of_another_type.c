// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: incompatible type for argument 2 of 'readings_try_send'
// clang: passing 'int' to parameter of incompatible type 'typeof(struct reading)'
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

struct reading { int value; };
CT_CHANNEL(readings, struct reading, 4);
CT_TASK(blink, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));
void init(struct init_task self) {
#ifdef OK
    if (readings_try_send(readings_sender(self), (struct reading){1})) return;
#else
    if (readings_try_send(readings_sender(self), 1)) return;
#endif
}
void blink(struct blink_task self) { (void)self; }
