// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Every operation of the framework that masks interrupts, at its longest for 8 timers, 4 waiting tasks
// and messages of four words: bench/masked/longest.py and the test masked/longest measure the
// sections in it.
// firmware: FAULTS plain
#include <corten/app.h>
#include <corten/semihosting.h>

struct words {
    uint32_t word[4];
};
static const struct words sent = {{1, 2, 3, 4}};

CT_CHANNEL(queue, struct words, 2);
static struct ct_wait_queue crowd;

CT_IDLE(idle);
CT_TASK_WITH(later, 1, struct words, 8);
CT_TASK_WITH(other, 1, struct words, 2);
CT_TASK_WITH(single, 2, struct words, 1);
CT_ASYNC(first, 1);
CT_ASYNC(second, 2);
CT_ASYNC(third, 2);
CT_ASYNC(fourth, 3);
CT_ASYNC_WITH(sender, 1, struct queue_sender, { uint32_t n; });
CT_ASYNC_WITH(sender_too, 2, struct queue_sender, { uint32_t n; });
CT_ASYNC_WITH(receiver, 3, struct queue_receiver, { struct words words; });
CT_INTERRUPT(edge, 4, GPIOE);
CT_SHARED(bool, done, idle, edge);

CT_APP(DISPATCHERS(GPIOA, GPIOB, GPIOC),
       TASKS(idle, later, other, single, first, second, third, fourth, sender, sender_too, receiver, edge),
       MONOTONIC(SysTick, 1000, 12000000));

static volatile uint32_t arrived, received, woken;

void init(struct init_task self) {
    CT_MUST(first_spawn());
    CT_MUST(second_spawn());
    CT_MUST(third_spawn());
    CT_MUST(fourth_spawn());
    CT_MUST(receiver_spawn(queue_receiver(self)));
    CT_MUST(sender_spawn(queue_sender(self)));
    CT_MUST(sender_too_spawn(queue_sender(self)));
}
void later(struct later_task self, struct words message) {
    (void)self;
    arrived = arrived + message.word[0];
}
void other(struct other_task self, struct words message) {
    (void)self;
    arrived = arrived + message.word[0];
}
void single(struct single_task self, struct words message) {
    (void)self;
    arrived = arrived + message.word[0];
}
#define WAITS(task)                                                                                \
    enum ct_async_result task(struct task##_task self, struct task##_frame *frame) {               \
        enum ct_error e;                                                                           \
        CT_ASYNC_BEGIN(frame);                                                                     \
        for (;;) {                                                                                 \
            CT_AWAIT_FOR(e, crowd_comes(CT_WAITER), CT_MS(20));                                    \
            if (!e) woken = woken + 1;                                                             \
        }                                                                                          \
        CT_ASYNC_END;                                                                              \
    }
static enum ct_error crowd_comes(struct ct_async *waiter) {
    ct_wait_queue_enter(&crowd, waiter);
    return CT_WOULD_BLOCK;
}
WAITS(first)
WAITS(second)
WAITS(third)
WAITS(fourth)
#define SENDS(task)                                                                                \
    enum ct_async_result task(struct task##_task self, struct task##_frame *frame) {               \
        enum ct_error e;                                                                           \
        CT_ASYNC_BEGIN(frame);                                                                     \
        for (frame->n = 0; frame->n < 6; frame->n++) {                                             \
            CT_AWAIT_INTO(e, queue_send(CT_WAITER, frame->message, sent));                         \
            if (e) break;                                                                          \
        }                                                                                          \
        CT_ASYNC_END;                                                                              \
    }
SENDS(sender)
SENDS(sender_too)
enum ct_async_result receiver(struct receiver_task self, struct receiver_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (;;) {
        CT_DELAY(CT_MS(1));
        CT_AWAIT_INTO(e, queue_receive(CT_WAITER, frame->message, &frame->words));
        if (e) break;
        received = received + 1;
        if (received == 10) queue_close();
    }
    CT_ASYNC_END;
}
void edge(struct edge_task self) {
    CT_LOCK(self, done, d) *d = true;
    ct_wait_queue_wake_one(&crowd);
    CT_IGNORE(single_spawn(sent));
}
void idle(struct idle_task self) {
    struct later_handle handles[8];
    for (volatile uint32_t n = 0; n < 8; n = n + 1)
        CT_IGNORE(later_schedule_after(CT_MS(40 + n), sent, &handles[n]));
    CT_IGNORE(other_spawn(sent));
    CT_IGNORE(other_spawn_after(CT_MS(60), sent));
    for (volatile uint32_t n = 0; n < 4; n = n + 1) {
        CT_IGNORE(later_reschedule_after(handles[n], CT_MS(50)));
        CT_IGNORE(later_cancel(handles[7 - n]));
    }
    ct_port_pend(GPIOE_IRQn);
    ct_wait_queue_wake_all(&crowd);
    while (ct_now().tick < 100) ct_port_wait();
    bool went = false;
    CT_LOCK(self, done, d) went = *d;
    ct_semihosting_exit(went && arrived == 7 && received >= 10 ? 0 : 1);
}
