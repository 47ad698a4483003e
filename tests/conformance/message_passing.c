// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A full inbox refuses, what is in it arrives in order.

#include "conformance.h"

CT_TASK_WITH(foo, 1, FIELDS((int32_t, x), (uint32_t, y)), 3);
CT_APP(DISPATCHERS(SSI0), TASKS(foo));

void init(struct init_task self) {
    (void)self;
    CT_MUST(foo_spawn(1, 1));
    CT_MUST(foo_spawn(1, 2));
    CT_MUST(foo_spawn(2, 3));
    const struct foo_spawn_result refused = foo_try_spawn(1, 4);
    CT_REQUIRE(refused.error == CT_FULL, "the inbox has room for three");
    CT_REQUIRE(refused.message.x == 1 && refused.message.y == 4, "the message comes back");
}

void foo(struct foo_task self, int32_t x, uint32_t y) {
    (void)self;
    SAY("foo ", x, ", ", y);
    if (x == 2) EXIT();
}
