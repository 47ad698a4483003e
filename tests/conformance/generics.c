// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// One helper locks for tasks of two priorities.

#include "conformance.h"

CT_INTERRUPT(uart0, 1, UART0);
CT_INTERRUPT(uart1, 2, UART1);
CT_SHARED(uint32_t, shared, uart0, uart1) = 0;
CT_LOCAL(uint32_t, state0, uart0) = 0;
CT_LOCAL(uint32_t, state1, uart1) = 0;
CT_APP(DISPATCHERS(), TASKS(uart0, uart1));

void init(struct init_task self) {
    (void)self;
    ct_port_pend(UART0_IRQn);
    ct_port_pend(UART1_IRQn);
}

static void advance(uint32_t *state, struct shared_key key) {
    uint32_t before = 0, after = 0;
    *state += 1;
    CT_LOCK(key, shared, s) {
        before = *s;
        *s += *state;
        after = *s;
    }
    SAY("shared: ", before, " -> ", after);
}

void uart0(struct uart0_task self) {
    SAY("UART0(STATE = ", *CT_LOCAL_OF(self, state0), ")");
    advance(CT_LOCAL_OF(self, state0), CT_KEY(self, shared));
    ct_port_pend(UART1_IRQn);
    NO_OPERATION();
    EXIT();
}

void uart1(struct uart1_task self) {
    SAY("UART1(STATE = ", *CT_LOCAL_OF(self, state1), ")");
    advance(CT_LOCAL_OF(self, state1), CT_KEY(self, shared));
}
