// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A message for a task that can wait.

#include "conformance.h"

CT_ASYNC_WITH(foo, 1, FIELDS((int32_t, x), (uint32_t, y)));
CT_APP(DISPATCHERS(SSI0), TASKS(foo));

void init(struct init_task self) {
    (void)self;
    CT_MUST(foo_spawn(1, 1));
    const struct foo_spawn_result refused = foo_try_spawn(1, 4);
    CT_REQUIRE(refused.error == CT_FULL && refused.message.y == 4, "there is one instance");
}

enum ct_async_result foo(struct foo_task self, struct foo_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    SAY("foo ", frame->message.x, ", ", frame->message.y);
    EXIT();
    CT_ASYNC_END;
}
