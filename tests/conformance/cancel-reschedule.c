// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A delayed run is called off by its handle, which travels in a message.

#include "conformance.h"

CT_TASK(baz, 1);
struct order {
    struct baz_handle later;
    bool reschedule;
};
CT_TASK(foo, 1);
CT_TASK_WITH(bar, 1, struct order);
CT_APP(DISPATCHERS(SSI0), TASKS(foo, bar, baz), MONOTONIC(SysTick, 100, BOARD_CORE_HZ));

void init(struct init_task self) {
    (void)self;
    SAY("init");
    CT_MUST(foo_spawn_after(CT_SECONDS(1)));
}

void foo(struct foo_task self) {
    (void)self;
    SAY("foo");
    struct order order = {.reschedule = false};
    CT_MUST(baz_schedule_after(CT_SECONDS(2), &order.later));
    CT_MUST(bar_spawn_after(CT_SECONDS(1), order));
}

void bar(struct bar_task self, struct order order) {
    (void)self;
    SAY("bar");
    if (order.reschedule) {
        CT_MUST(baz_reschedule_after(order.later, CT_SECONDS(2)));
    } else {
        CT_MUST(baz_cancel(order.later));
        EXIT();
    }
}

void baz(struct baz_task self) {
    (void)self;
    SAY("baz");
    EXIT();
}
