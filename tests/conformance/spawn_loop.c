// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A task that has ended can be spawned again.

#include "conformance.h"

CT_ASYNC(foo, 1);
CT_IDLE(idle);
CT_APP(DISPATCHERS(SSI0), TASKS(foo, idle));

void init(struct init_task self) {
    (void)self;
    SAY("init");
}

void idle(struct idle_task self) {
    (void)self;
    for (int i = 0; i < 3; i++) {
        CT_MUST(foo_spawn());
        SAY("idle");
    }
    EXIT();
    for (;;) ct_port_wait();
}

enum ct_async_result foo(struct foo_task self, struct foo_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    SAY("foo");
    CT_ASYNC_END;
}
