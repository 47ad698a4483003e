// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Tasks of priority 0 run in thread mode.

#include "conformance.h"

CT_ASYNC(async_task, 0);
CT_ASYNC(async_task2, 0);
CT_SHARED(void *, x, async_task, async_task2);
CT_LOCAL(void *, y, async_task);
CT_APP(DISPATCHERS(), TASKS(async_task, async_task2));

void init(struct init_task self) {
    (void)self;
    SAY("init");
    CT_MUST(async_task_spawn());
    CT_MUST(async_task2_spawn());
}

enum ct_async_result async_task(struct async_task_task self, struct async_task_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    SAY("hello from async");
    CT_ASYNC_END;
}

enum ct_async_result async_task2(struct async_task2_task self, struct async_task2_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    SAY("hello from async2");
    EXIT();
    CT_ASYNC_END;
}
