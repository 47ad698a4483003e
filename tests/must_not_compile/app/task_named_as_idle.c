// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: redeclaration of enumerator 'blink_is_declared_already'
// clang: redefinition of enumerator 'blink_is_declared_already'
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
#ifdef OK
CT_IDLE(idle);
CT_APP(DISPATCHERS(GPIOA), TASKS(blink, idle));
#else
CT_IDLE(blink);
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));
#endif

void init(struct init_task self) { (void)self; }
void blink(struct blink_task self) { (void)self; }
#ifdef OK
void idle(struct idle_task self) { (void)self; }
#endif
