// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A channel whose other end is gone: what is in it still arrives, a sender gets its value back.

#include "conformance.h"

CT_CHANNEL(numbers, uint32_t, 1);
CT_ASYNC_WITH(receiver, 1, struct numbers_receiver, { uint32_t value; });
CT_ASYNC_WITH(sender1, 1, struct numbers_sender);
CT_ASYNC_WITH(sender2, 1, struct numbers_sender);
CT_APP(DISPATCHERS(SSI0), TASKS(receiver, sender1, sender2));

void init(struct init_task self) {
    CT_MUST(sender1_spawn(numbers_sender(self)));
    CT_MUST(sender2_spawn(numbers_sender(self)));
    CT_MUST(receiver_spawn(numbers_receiver(self)));
}

enum ct_async_result sender1(struct sender1_task self, struct sender1_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    SAY("Sender 1 sending: 1");
    CT_AWAIT_INTO(e, numbers_send(CT_WAITER, frame->message, 1));
    SAY("Sender 1 done");
    CT_REQUIRE(e == CT_OK, "there was room");
    CT_ASYNC_END;
}

enum ct_async_result sender2(struct sender2_task self, struct sender2_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    SAY("Sender 2 sending: 2");
    CT_AWAIT_INTO(e, numbers_send(CT_WAITER, frame->message, 2)); // waits: it is full
    SAY("Sender 2 ", e == CT_CLOSED ? "Err(NoReceiver(2))" : "done");
    EXIT();
    CT_ASYNC_END;
}

enum ct_async_result receiver(struct receiver_task self, struct receiver_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    numbers_close();
    CT_AWAIT_INTO(e, numbers_receive(CT_WAITER, frame->message, &frame->value));
    SAY("Receiver got: ", e == CT_OK ? frame->value : 0);
    CT_AWAIT_INTO(e, numbers_receive(CT_WAITER, frame->message, &frame->value));
    SAY("Receiver got: ", e == CT_CLOSED ? "Err(NoSender)" : "something");
    CT_ASYNC_END;
}
