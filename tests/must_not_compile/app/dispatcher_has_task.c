// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: GPIOA_has_a_task_or_is_a_dispatcher_already
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
CT_INTERRUPT(edge, 2, GPIOA);
#ifdef OK
CT_APP(DISPATCHERS(GPIOB), TASKS(blink, edge));
#else
CT_APP(DISPATCHERS(GPIOA), TASKS(blink, edge));
#endif

void init(struct init_task self) { (void)self; CT_MUST(blink_spawn()); }
void blink(struct blink_task self) { (void)self; }
void edge(struct edge_task self) { (void)self; }
