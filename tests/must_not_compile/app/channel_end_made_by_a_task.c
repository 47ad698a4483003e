// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: incompatible type for argument 1 of 'numbers_sender'
// clang: passing 'struct blink_task' to parameter of incompatible type 'struct init_task'
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_CHANNEL(numbers, int, 4);
CT_TASK(blink, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));

void init(struct init_task self) { (void)self; }
#ifdef OK
void blink(struct blink_task self) { (void)self; }
#else
void blink(struct blink_task self) { if (numbers_try_send(numbers_sender(self), 1)) return; }
#endif
