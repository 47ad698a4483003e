// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Hardware tasks, tasks that can wait, and idle beside each other.

#include "conformance.h"

CT_INTERRUPT(hw_task, 1, UART1);
CT_ASYNC(async_task, 1);
CT_ASYNC_WITH(async_task_args, 1, FIELDS((uint32_t, a), (int32_t, b)));
CT_ASYNC(async_task2, 2);
CT_IDLE(idle);
CT_SHARED(uint32_t, a, idle, hw_task, async_task, async_task2) = 0;
CT_APP(DISPATCHERS(SSI0, UART0), TASKS(hw_task, async_task, async_task_args, async_task2, idle));
_Static_assert(CT_CEILING(a) == 2, "the highest of its tasks");

void init(struct init_task self) {
    (void)self;
    SAY("init");
    CT_MUST(async_task_spawn());
    CT_MUST(async_task_args_spawn(1, 2));
    CT_MUST(async_task2_spawn());
}

void idle(struct idle_task self) {
    (void)self;
    for (;;) {
        SAY("idle");
        EXIT();
        ct_port_wait();
    }
}

void hw_task(struct hw_task_task self) {
    (void)self;
    SAY("hello from hw");
}

enum ct_async_result async_task(struct async_task_task self, struct async_task_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    SAY("hello from async");
    CT_ASYNC_END;
}

enum ct_async_result async_task_args(struct async_task_args_task self,
                                     struct async_task_args_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    SAY("hello from async with args a: ", frame->message.a, ", b: ", frame->message.b);
    CT_ASYNC_END;
}

enum ct_async_result async_task2(struct async_task2_task self, struct async_task2_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    SAY("hello from async2");
    CT_ASYNC_END;
}
