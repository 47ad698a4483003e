// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A delayed run is called off by its handle, which travels in a message.

#include "conformance.h"

CT_TASK(baz, 1);
CT_TASK(foo, 1);
CT_TASK_WITH(bar, 1, FIELDS((struct baz_handle, later), (bool, reschedule)));
CT_APP(DISPATCHERS(SSI0), TASKS(foo, bar, baz), MONOTONIC(SysTick, 100, BOARD_CORE_HZ));

void init(struct init_task self) {
    (void)self;
    SAY("init");
    CT_MUST(foo_spawn_after(CT_SECONDS(1)));
}

void foo(struct foo_task self) {
    (void)self;
    SAY("foo");
    struct baz_handle later;
    CT_MUST(baz_schedule_after(CT_SECONDS(2), &later));
    CT_MUST(bar_spawn_after(CT_SECONDS(1), later, false));
}

void bar(struct bar_task self, struct baz_handle later, bool reschedule) {
    (void)self;
    SAY("bar");
    if (reschedule) {
        CT_MUST(baz_reschedule_after(later, CT_SECONDS(2)));
    } else {
        CT_MUST(baz_cancel(later));
        EXIT();
    }
}

void baz(struct baz_task self) {
    (void)self;
    SAY("baz");
    EXIT();
}
