// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: duplicate member 'blink'
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
#ifdef OK
CT_SHARED(uint32_t, level, blink);
#else
CT_SHARED(uint32_t, level, blink, blink);
#endif
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));

void init(struct init_task self) { (void)self; }
void blink(struct blink_task self) { (void)self; }
