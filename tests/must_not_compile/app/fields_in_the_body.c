// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: conflicting types for 'move'
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK_WITH(move, 1, FIELDS((uint32_t, x), (uint8_t, y)), 2);
CT_APP(DISPATCHERS(GPIOA), TASKS(move));

void init(struct init_task self) { (void)self; CT_MUST(move_spawn(1, 2)); }
#ifdef OK
void move(struct move_task self, uint32_t x, uint8_t y) { (void)self, (void)x, (void)y; }
#else
void move(struct move_task self, uint8_t x, uint32_t y) { (void)self, (void)x, (void)y; }
#endif
