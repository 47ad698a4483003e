// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: passing argument 1 of 'move_spawn' makes pointer from integer
// clang: incompatible integer to pointer conversion passing 'int'
// clang: passing argument to parameter 'name' here
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK_WITH(move, 1, FIELDS((const char *, name), (uint32_t, by)), 2);
CT_APP(DISPATCHERS(GPIOA), TASKS(move));

void init(struct init_task self) {
    (void)self;
#ifdef OK
    if (move_spawn("left", 1)) return;
#else
    if (move_spawn(1, "left")) return;
#endif
}
void move(struct move_task self, const char *name, uint32_t by) { (void)self, (void)name, (void)by; }
