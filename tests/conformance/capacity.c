// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Four messages wait, then another task of the priority.

#include "conformance.h"

CT_TASK_WITH(foo, 1, uint32_t, 4);
CT_TASK(bar, 1);
CT_INTERRUPT(uart0, 1, UART0);
CT_APP(DISPATCHERS(SSI0), TASKS(foo, bar, uart0));

void init(struct init_task self) {
    (void)self;
    ct_port_pend(UART0_IRQn);
}

void uart0(struct uart0_task self) {
    (void)self;
    CT_MUST(foo_spawn(0));
    CT_MUST(foo_spawn(1));
    CT_MUST(foo_spawn(2));
    CT_MUST(foo_spawn(3));
    CT_MUST(bar_spawn());
}

void foo(struct foo_task self, uint32_t x) {
    (void)self;
    SAY("foo(", x, ")");
}

void bar(struct bar_task self) {
    (void)self;
    SAY("bar");
    EXIT();
}
