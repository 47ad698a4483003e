// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: a_firmware_has_one_idle
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_IDLE(rest);
#ifdef OK
CT_TASK(nap, 1);
CT_APP(DISPATCHERS(TIMER0A), TASKS(rest, nap));
#else
CT_IDLE(nap);
CT_APP(DISPATCHERS(TIMER0A), TASKS(rest, nap));
#endif

void init(struct init_task self) { (void)self; }
void rest(struct rest_task self) { (void)self; }
void nap(struct nap_task self) { (void)self; }
