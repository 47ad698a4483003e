// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: redeclaration of enumerator 'level_is_a_resource_already'
// clang: redefinition of enumerator 'level_is_a_resource_already'
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
CT_SHARED(uint32_t, level, blink);
#ifndef OK
CT_SHARED(uint32_t, level, blink);
#endif
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));

void init(struct init_task self) { (void)self; }
void blink(struct blink_task self) { (void)self; }
