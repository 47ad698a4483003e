// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A hardware task whose name is not that of its interrupt.

#include "conformance.h"

CT_INTERRUPT(foo, 1, UART0);
CT_IDLE(idle);
CT_LOCAL(uint32_t, times, foo) = 0;
CT_APP(DISPATCHERS(), TASKS(foo, idle));

void init(struct init_task self) {
    (void)self;
    ct_port_pend(UART0_IRQn);
    SAY("init");
}

void idle(struct idle_task self) {
    (void)self;
    SAY("idle");
    ct_port_pend(UART0_IRQn);
    NO_OPERATION();
    EXIT();
}

void foo(struct foo_task self) {
    uint32_t *times = CT_LOCAL_OF(self, times);
    *times += 1;
    SAY("foo called ", *times, *times > 1 ? " times" : " time");
}
