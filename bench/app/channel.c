// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A value through a channel, from a task to one of a higher priority that waits for it.
// row channel "channel, a u32: send to receive": aim 50, take max, beside RTIC -/152
// row channel_all "channel, a u32: send, receive, wait again, in all": take max
// firmware: FAULTS plain
#include "../bench.h"
#include <corten/app.h>
#include <corten/semihosting.h>

CT_CHANNEL(numbers, uint32_t, 5);

CT_IDLE(idle);
CT_ASYNC_WITH(receiver, 1, struct numbers_receiver, { uint32_t value; });
CT_LOCAL(struct numbers_sender, to, idle);

CT_APP(DISPATCHERS(GPIOB), TASKS(idle, receiver));

void init(struct init_task self) {
    CT_MUST(receiver_spawn(numbers_receiver(self)));
    *CT_LOCAL_OF(self, to) = numbers_sender(self);
}
enum ct_async_result receiver(struct receiver_task self, struct receiver_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (;;) {
        CT_AWAIT_INTO(e, numbers_receive(CT_WAITER, frame->message, &frame->value));
        BENCH_STOP(channel);
        BENCH_KEEP(e);
    }
    CT_ASYNC_END;
}
void idle(struct idle_task self) {
    for (volatile unsigned n = 0; n < 3; n = n + 1) {
        uint32_t value = 7;
        BENCH_HIDE(value);
        BENCH_START(channel);
        BENCH_START(channel_all);
        CT_IGNORE(numbers_try_send(*CT_LOCAL_OF(self, to), value));
        BENCH_STOP(channel_all);
    }
    ct_semihosting_exit(0);
}
