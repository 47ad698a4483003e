// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The list that both files include, this one being nothing else.
#ifdef OK
#    define CT_APP_SPLIT
#endif
#include <corten/app.h>

CT_TASK(blink, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));
#ifndef CT_APP_MAIN
#    ifndef OK
void init(struct init_task self) { (void)self; }
void blink(struct blink_task self) { (void)self; }
#    endif
#endif
