// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Messages of none, one and two numbers go round.

#include "conformance.h"

CT_TASK(foo, 1);
CT_TASK_WITH(bar, 1, uint32_t);
CT_TASK_WITH(baz, 1, FIELDS((uint32_t, x), (uint32_t, y)));
CT_LOCAL(uint32_t, count, foo) = 0;
CT_APP(DISPATCHERS(SSI0), TASKS(foo, bar, baz));

void init(struct init_task self) {
    (void)self;
    CT_MUST(foo_spawn());
}

void foo(struct foo_task self) {
    uint32_t *count = CT_LOCAL_OF(self, count);
    SAY("foo");
    CT_MUST(bar_spawn(*count));
    *count += 1;
}

void bar(struct bar_task self, uint32_t x) {
    (void)self;
    SAY("bar(", x, ")");
    CT_MUST(baz_spawn(x + 1, x + 2));
}

void baz(struct baz_task self, uint32_t x, uint32_t y) {
    (void)self;
    SAY("baz(", x, ", ", y, ")");
    if (x + y > 4) EXIT();
    CT_MUST(foo_spawn());
}
