// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The two ends of a queue as local variables: no lock.

#include "conformance.h"
#include <corten/spsc.h>

typedef CT_SPSC(uint32_t, 5) queue;
static queue numbers;

CT_TASK(foo, 1);
CT_IDLE(idle);
CT_LOCAL(CT_SPSC_PRODUCER(queue) *, p, foo);
CT_LOCAL(uint32_t, state, foo) = 0;
CT_LOCAL(CT_SPSC_CONSUMER(queue) *, c, idle);
CT_APP(DISPATCHERS(UART0), TASKS(foo, idle));

void init(struct init_task self) {
    *CT_LOCAL_OF(self, p) = ct_spsc_producer(&numbers);
    *CT_LOCAL_OF(self, c) = ct_spsc_consumer(&numbers);
    CT_MUST(foo_spawn());
}

void idle(struct idle_task self) {
    for (;;) {
        uint32_t v;
        if (ct_spsc_dequeue(*CT_LOCAL_OF(self, c), &v)) continue;
        SAY("received message: ", v);
        if (v == 3) EXIT();
        CT_MUST(foo_spawn());
    }
}

void foo(struct foo_task self) {
    uint32_t *state = CT_LOCAL_OF(self, state);
    *state += 1;
    CT_MUST(ct_spsc_enqueue(*CT_LOCAL_OF(self, p), *state));
}
