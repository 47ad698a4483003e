// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: implicit declaration of function 'own_is_not_local'
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
#ifdef OK
CT_LOCAL(uint32_t, own, blink);
#endif
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));

void init(struct init_task self) { (void)self; }
void blink(struct blink_task self) { *CT_LOCAL_OF(self, own) += 1; }
