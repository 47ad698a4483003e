// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Trying to send where there is no room gives the value back.

#include "conformance.h"

CT_CHANNEL(numbers, uint32_t, 1);
CT_ASYNC_WITH(receiver, 1, struct numbers_receiver, { uint32_t value; });
CT_ASYNC_WITH(sender1, 1, struct numbers_sender);
CT_INTERRUPT(hw_task, 1, GPIOA);
CT_LOCAL(struct numbers_sender, sender, hw_task);
CT_APP(DISPATCHERS(SSI0), TASKS(receiver, sender1, hw_task));

void init(struct init_task self) {
    CT_MUST(receiver_spawn(numbers_receiver(self)));
    CT_MUST(sender1_spawn(numbers_sender(self)));
    *CT_LOCAL_OF(self, sender) = numbers_sender(self);
}

enum ct_async_result receiver(struct receiver_task self, struct receiver_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (;;) {
        CT_AWAIT_INTO(e, numbers_receive(CT_WAITER, frame->message, &frame->value));
        if (e) break;
        SAY("Receiver got: ", frame->value);
    }
    CT_ASYNC_END;
}

enum ct_async_result sender1(struct sender1_task self, struct sender1_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    SAY("Sender 1 sending: 1");
    CT_AWAIT_INTO(e, numbers_send(CT_WAITER, frame->message, 1));
    CT_MUST(e);
    const uint32_t value = 2;
    if (numbers_try_send(frame->message, value) == CT_FULL)
        SAY("Sender 1 try sending: 2 Err(Full(", value, "))");
    EXIT();
    CT_ASYNC_END;
}

void hw_task(struct hw_task_task self) {
    CT_IGNORE(numbers_try_send(*CT_LOCAL_OF(self, sender), 3));
}
