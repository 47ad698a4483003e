// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Tasks of one priority share without a lock.

#include "conformance.h"

CT_TASK(foo, 1);
CT_TASK(bar, 1);
CT_LOCK_FREE(uint64_t, counter, foo, bar) = 0;
CT_APP(DISPATCHERS(GPIOA), TASKS(foo, bar));

void init(struct init_task self) {
    (void)self;
    CT_MUST(foo_spawn());
}

void foo(struct foo_task self) {
    uint64_t *counter = CT_LOCK_FREE_OF(self, counter);
    CT_MUST(bar_spawn());
    *counter += 1;
    SAY("  foo = ", (uint32_t)*counter);
}

void bar(struct bar_task self) {
    uint64_t *counter = CT_LOCK_FREE_OF(self, counter);
    CT_MUST(foo_spawn());
    *counter += 1;
    SAY("  bar = ", (uint32_t)*counter);
    EXIT();
}
