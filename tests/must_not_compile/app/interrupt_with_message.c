// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: conflicting types for 'edge'
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_INTERRUPT(edge, 1, TIMER0A);
CT_APP(DISPATCHERS(), TASKS(edge));

void init(struct init_task self) { (void)self; }

#ifdef OK
void edge(struct edge_task self) { (void)self; }
#else
void edge(struct edge_task self, int n) { (void)self, (void)n; }
#endif
