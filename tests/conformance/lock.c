// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A lock keeps its ceiling out and lets what is above it in.

#include "conformance.h"

CT_TASK(foo, 1);
CT_TASK(bar, 2);
CT_TASK(baz, 3);
CT_SHARED(uint32_t, shared, foo, bar) = 0;
CT_APP(DISPATCHERS(GPIOA, GPIOB, GPIOC), TASKS(foo, bar, baz));
_Static_assert(CT_CEILING(shared) == 2, "the highest of foo and bar");

void init(struct init_task self) {
    (void)self;
    CT_MUST(foo_spawn());
}

void foo(struct foo_task self) {
    SAY("A");
    CT_LOCK(self, shared, s) {
        *s += 1;
        CT_MUST(bar_spawn());
        SAY("B - shared = ", *s);
        CT_MUST(baz_spawn());
    }
    SAY("E");
    EXIT();
}

void bar(struct bar_task self) {
    uint32_t value;
    CT_LOCK(self, shared, s) {
        *s += 1;
        value = *s;
    }
    SAY("D - shared = ", value);
}

void baz(struct baz_task self) {
    (void)self;
    SAY("C");
}
