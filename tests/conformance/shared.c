// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The two ends of a queue as shared variables.

#include "conformance.h"
#include <corten/spsc.h>

typedef CT_SPSC(uint32_t, 5) queue;
static queue numbers;

CT_INTERRUPT(uart0, 1, UART0);
CT_IDLE(idle);
CT_SHARED(CT_SPSC_PRODUCER(queue) *, p, uart0);
CT_SHARED(CT_SPSC_CONSUMER(queue) *, c, idle);
CT_APP(DISPATCHERS(), TASKS(uart0, idle));

void init(struct init_task self) {
    CT_LOCK(self, p, producer) *producer = ct_spsc_producer(&numbers);
    CT_LOCK(self, c, consumer) *consumer = ct_spsc_consumer(&numbers);
}

void idle(struct idle_task self) {
    for (;;) {
        uint32_t v;
        enum ct_error nothing;
        CT_LOCK(self, c, consumer) nothing = ct_spsc_dequeue(*consumer, &v);
        if (!nothing) {
            SAY("received message: ", v);
            EXIT();
        } else {
            ct_port_pend(UART0_IRQn);
        }
    }
}

void uart0(struct uart0_task self) {
    CT_LOCK(self, p, producer) CT_MUST(ct_spsc_enqueue(*producer, 42u));
}
