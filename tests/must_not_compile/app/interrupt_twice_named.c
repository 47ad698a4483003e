// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: macro "CT_INTERRUPT" passed 4 arguments, but takes just 3
// clang: too many arguments provided to function-like macro invocation
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

#ifdef OK
CT_INTERRUPT(edge, 1, TIMER0A);
#else
CT_INTERRUPT(edge, 1, TIMER0A, TIMER0B);
#endif
CT_APP(DISPATCHERS(), TASKS(edge));

void init(struct init_task self) { (void)self; }
void edge(struct edge_task self) { (void)self; }
