// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A channel with room for one between an interrupt, a task that waits to send and one that waits to
// receive: every value that was accepted is received, in each sender's order, and who waits is woken.
#include <corten/app.h>
#include <corten/explore.h>

CT_CHANNEL(numbers, uint32_t, 1);

CT_ASYNC_WITH(sender, 1, struct numbers_sender, { uint32_t n; });
CT_ASYNC_WITH(receiver, 2, struct numbers_receiver, { uint32_t value; });
CT_INTERRUPT(edge, 3, GPIOD);
CT_LOCAL(struct numbers_sender, from_edge, edge);

CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(sender, receiver, edge));

static uint32_t accepted, received, last, closed;
static bool broken, sent_all;

void init(struct init_task self) {
    *CT_LOCAL_OF(self, from_edge) = numbers_sender(self);
    CT_MUST(sender_spawn(numbers_sender(self)));
    CT_MUST(receiver_spawn(numbers_receiver(self)));
}
enum ct_async_result sender(struct sender_task self, struct sender_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (frame->n = 1; frame->n <= 3; frame->n++) {
        CT_AWAIT_INTO(e, numbers_send(CT_WAITER, frame->message, frame->n));
        if (e) broken = true;
    }
    sent_all = true;
    CT_ASYNC_END;
}
enum ct_async_result receiver(struct receiver_task self, struct receiver_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (;;) {
        CT_AWAIT_INTO(e, numbers_receive(CT_WAITER, frame->message, &frame->value));
        if (e) break;
        if (frame->value >= 100) {
            received += 100;
        } else {
            if (frame->value != last + 1) broken = true;
            last = frame->value;
        }
    }
    closed++;
    CT_ASYNC_END;
}
void edge(struct edge_task self) {
    if (numbers_try_send(*CT_LOCAL_OF(self, from_edge), 100) == CT_OK) accepted += 100;
}

bool ct_explore_holds(void) { return !broken && sent_all && last == 3 && received == accepted && !closed; }
