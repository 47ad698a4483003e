// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// What init spawns begins when init has ended.

#include "conformance.h"

CT_TASK(foo, 1);
CT_APP(DISPATCHERS(SSI0), TASKS(foo));

void init(struct init_task self) {
    (void)self;
    SAY("init");
    CT_MUST(foo_spawn());
}

void foo(struct foo_task self) {
    (void)self;
    SAY("foo");
    EXIT();
}
