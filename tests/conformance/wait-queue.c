// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Waiting until a shared number is large enough.

#include "conformance.h"

CT_ASYNC_WITH(incrementer, 1, struct ct_wait_queue *);
CT_ASYNC_WITH(waiter, 1, struct ct_wait_queue *);
CT_SHARED(uint32_t, count, incrementer, waiter) = 0;
CT_APP(DISPATCHERS(GPIOA), TASKS(incrementer, waiter), MONOTONIC(SysTick, 100, BOARD_CORE_HZ));

static struct ct_wait_queue queue;

void init(struct init_task self) {
    (void)self;
    CT_MUST(incrementer_spawn(&queue));
    CT_MUST(waiter_spawn(&queue));
}

enum ct_async_result incrementer(struct incrementer_task self, struct incrementer_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    for (;;) {
        SAY("Inc");
        CT_LOCK(self, count, c) *c += 1;
        ct_wait_queue_wake_all(frame->message);
        CT_DELAY(CT_MS(10));
    }
    CT_ASYNC_END;
}

enum ct_async_result waiter(struct waiter_task self, struct waiter_frame *frame) {
    uint32_t value = 0;
    CT_ASYNC_BEGIN(frame);
    CT_AWAIT_UNTIL(frame->message, value >= 3, { CT_LOCK(self, count, c) value = *c; });
    SAY("Got ", value);
    EXIT();
    CT_ASYNC_END;
}
