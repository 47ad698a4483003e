// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: implicit declaration of function 'edge_spawn'
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_INTERRUPT(edge, 1, TIMER0A);
CT_APP(DISPATCHERS(), TASKS(edge));
void init(struct init_task self) {
    (void)self;
#ifdef OK
    ct_port_pend(TIMER0A_IRQn);
#else
    if (edge_spawn()) return;
#endif
}
void edge(struct edge_task self) { (void)self; }
