// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// After a duration, and at an instant.

#include "conformance.h"

CT_TASK(foo, 1);
CT_TASK(bar, 1);
CT_TASK(baz, 1);
CT_APP(DISPATCHERS(SSI0), TASKS(foo, bar, baz), MONOTONIC(SysTick, 100, BOARD_CORE_HZ));

void init(struct init_task self) {
    (void)self;
    SAY("init");
    CT_MUST(foo_spawn_after(CT_SECONDS(1)));
}

void foo(struct foo_task self) {
    (void)self;
    SAY("foo");
    CT_MUST(bar_spawn_after(CT_SECONDS(1)));
}

void bar(struct bar_task self) {
    (void)self;
    SAY("bar");
    CT_MUST(baz_spawn_at(ct_instant_add(ct_now(), CT_SECONDS(1))));
}

void baz(struct baz_task self) {
    (void)self;
    SAY("baz");
    CT_REQUIRE(ct_now().tick == 300, "three seconds have passed");
    EXIT();
}
