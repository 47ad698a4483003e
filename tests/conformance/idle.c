// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// idle runs after init.

#include "conformance.h"

CT_IDLE(idle);
CT_LOCAL(uint32_t, x, idle) = 0;
CT_APP(DISPATCHERS(), TASKS(idle));

void init(struct init_task self) {
    (void)self;
    SAY("init");
}

void idle(struct idle_task self) {
    (void)CT_LOCAL_OF(self, x);
    SAY("idle");
    EXIT();
    for (;;) ct_port_wait();
}
