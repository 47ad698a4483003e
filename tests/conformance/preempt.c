// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Two tasks of one priority do not preempt each other.

#include "conformance.h"

CT_TASK(foo, 1);
CT_TASK(bar, 2);
CT_TASK(baz, 2);
CT_APP(DISPATCHERS(SSI0, QEI0), TASKS(foo, bar, baz));

void init(struct init_task self) {
    (void)self;
    CT_MUST(foo_spawn());
}

void foo(struct foo_task self) {
    (void)self;
    SAY("foo - start");
    CT_MUST(baz_spawn());
    SAY("foo - end");
    EXIT();
}

void bar(struct bar_task self) {
    (void)self;
    SAY(" bar");
}

void baz(struct baz_task self) {
    (void)self;
    SAY(" baz - start");
    CT_MUST(bar_spawn());
    SAY(" baz - end");
}
