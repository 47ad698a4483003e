// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: incompatible type for argument 1 of 'numbers_try_receive'
// clang: passing 'struct numbers_sender' to parameter of incompatible type 'struct numbers_receiver'
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_CHANNEL(numbers, int, 4);
CT_TASK(blink, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));
void init(struct init_task self) {
    int n;
#ifdef OK
    if (numbers_try_receive(numbers_receiver(self), &n)) return;
#else
    if (numbers_try_receive(numbers_sender(self), &n)) return;
#endif
}
void blink(struct blink_task self) { (void)self; }
