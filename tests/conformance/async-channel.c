// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Three senders, one receiver that is woken by the first.

#include "conformance.h"

CT_CHANNEL(numbers, uint32_t, 5);
CT_ASYNC_WITH(receiver, 1, struct numbers_receiver, { uint32_t value; });
CT_ASYNC_WITH(sender1, 1, struct numbers_sender);
CT_ASYNC_WITH(sender2, 1, struct numbers_sender);
CT_ASYNC_WITH(sender3, 1, struct numbers_sender);
CT_APP(DISPATCHERS(SSI0), TASKS(receiver, sender1, sender2, sender3));

void init(struct init_task self) {
    CT_MUST(receiver_spawn(numbers_receiver(self)));
    CT_MUST(sender1_spawn(numbers_sender(self)));
    CT_MUST(sender2_spawn(numbers_sender(self)));
    CT_MUST(sender3_spawn(numbers_sender(self)));
}

enum ct_async_result receiver(struct receiver_task self, struct receiver_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (;;) {
        CT_AWAIT_INTO(e, numbers_receive(CT_WAITER, frame->message, &frame->value));
        if (e) break;
        SAY("Receiver got: ", frame->value);
        if (frame->value == 3) EXIT();
    }
    CT_ASYNC_END;
}

enum ct_async_result sender1(struct sender1_task self, struct sender1_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    SAY("Sender 1 sending: 1");
    CT_AWAIT_INTO(e, numbers_send(CT_WAITER, frame->message, 1));
    CT_MUST(e);
    CT_ASYNC_END;
}

enum ct_async_result sender2(struct sender2_task self, struct sender2_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    SAY("Sender 2 sending: 2");
    CT_AWAIT_INTO(e, numbers_send(CT_WAITER, frame->message, 2));
    CT_MUST(e);
    CT_ASYNC_END;
}

enum ct_async_result sender3(struct sender3_task self, struct sender3_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    SAY("Sender 3 sending: 3");
    CT_AWAIT_INTO(e, numbers_send(CT_WAITER, frame->message, 3));
    CT_MUST(e);
    CT_ASYNC_END;
}
