// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A spawned task cannot be spawned.

#include "conformance.h"

CT_ASYNC(foo, 1);
CT_APP(DISPATCHERS(SSI0), TASKS(foo));

void init(struct init_task self) {
    (void)self;
    SAY("init");
    CT_MUST(foo_spawn());
    if (foo_spawn()) SAY("Cannot spawn a spawned (running) task!");
}

enum ct_async_result foo(struct foo_task self, struct foo_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    SAY("foo");
    EXIT();
    CT_ASYNC_END;
}
