// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Tasks that wait: time-outs that come and that do not, channels that are full and closed, wakes
// from interrupts, and ends that leave nothing behind.

#include <corten/app.h>
#include <corten/board.h>

#include "../check.h"

static struct ct_wait_queue never, pushed;
static volatile unsigned steps, button;

CT_CHANNEL(numbers, uint32_t, 2);

CT_IDLE(idle);
CT_ASYNC(patient, 2, { struct ct_instant start; });
CT_ASYNC_WITH(sender, 1, struct numbers_sender, { uint32_t n; });
CT_ASYNC_WITH(receiver, 2, struct numbers_receiver, {
    uint32_t value;
    uint32_t expected;
});
CT_ASYNC(waiter, 1);
CT_INTERRUPT(press, 3, GPIOD);
CT_LOCAL(struct numbers_sender, from_interrupt, press);

CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(idle, patient, sender, receiver, waiter, press),
       MONOTONIC(SysTick, 1000, BOARD_CORE_HZ));

void init(struct init_task self) {
    *CT_LOCAL_OF(self, from_interrupt) = numbers_sender(self);
    CT_MUST(patient_spawn());
    CT_MUST(receiver_spawn(numbers_receiver(self)));
    CT_MUST(sender_spawn(numbers_sender(self)));
    CT_MUST(waiter_spawn());
}

static enum ct_error never_comes(struct ct_async *waiter) {
    ct_wait_queue_enter(&never, waiter);
    return CT_WOULD_BLOCK;
}
static enum ct_error when_pressed(struct ct_async *waiter) {
    ct_wait_queue_enter(&pushed, waiter);
    if (!button) return CT_WOULD_BLOCK;
    ct_wait_queue_leave(waiter);
    return CT_OK;
}

enum ct_async_result patient(struct patient_task self, struct patient_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    frame->start = ct_now();
    CT_AWAIT_FOR(e, never_comes(CT_WAITER), CT_MS(5));
    CHECK_EQUAL(e, CT_TIMEOUT);
    CHECK(never.first == NULL); // it no longer waits there
    CHECK_EQUAL(ct_instant_since(ct_now(), frame->start).ticks, 5);

    frame->start = ct_now();
    CT_DELAY(CT_MS(3)); // at least 3: the tick in progress does not count
    CHECK_EQUAL(ct_instant_since(ct_now(), frame->start).ticks, 4);
    frame->start = ct_now();
    CT_DELAY_UNTIL(frame->start); // has come
    CHECK_EQUAL(ct_instant_since(ct_now(), frame->start).ticks, 0);
    steps |= 1;
    CT_ASYNC_END;
}

enum ct_async_result waiter(struct waiter_task self, struct waiter_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    CT_AWAIT_FOR(e, when_pressed(CT_WAITER), CT_SECONDS(10)); // comes in time
    CHECK_EQUAL(e, CT_OK);
    CHECK(pushed.first == NULL);
    CHECK(ct_now().tick < 1000);
    steps |= 2;
    CT_ASYNC_END;
}

void press(struct press_task self) {
    button = 1;
    ct_wait_queue_wake_all(&pushed);
    CHECK_EQUAL(numbers_try_send(*CT_LOCAL_OF(self, from_interrupt), 77), CT_CLOSED);
}

enum ct_async_result sender(struct sender_task self, struct sender_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (frame->n = 0; frame->n < 100; frame->n++) { // two fit: it waits for the receiver
        CT_AWAIT_INTO(e, numbers_send(CT_WAITER, frame->message, frame->n));
        CHECK_EQUAL(e, CT_OK);
    }
    numbers_close();
    CT_AWAIT_INTO(e, numbers_send(CT_WAITER, frame->message, 100));
    CHECK_EQUAL(e, CT_CLOSED);
    steps |= 4;
    CT_ASYNC_END;
}

enum ct_async_result receiver(struct receiver_task self, struct receiver_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    CHECK_EQUAL(numbers_try_receive(frame->message, &frame->value), CT_EMPTY);
    for (frame->expected = 0;; frame->expected++) {
        if (frame->expected % 10 == 9) CT_DELAY(CT_MS(1)); // let the channel fill
        CT_AWAIT_INTO(e, numbers_receive(CT_WAITER, frame->message, &frame->value));
        if (e) break;
        CHECK_EQUAL(frame->value, frame->expected);
    }
    CHECK_EQUAL(e, CT_CLOSED);
    CHECK_EQUAL(frame->expected, 100);
    steps |= 8;
    CT_ASYNC_END;
}

void idle(struct idle_task self) {
    (void)self;
    while (ct_now().tick < 60) ct_port_wait();
    CHECK_EQUAL(steps, 1 | 4 | 8);
    CHECK_EQUAL(waiter_spawn(), CT_FULL); // it still waits
    ct_port_pend(GPIOD_IRQn);
    CHECK_EQUAL(steps, 15);
    CHECK_EQUAL(waiter_spawn(), CT_OK); // its body has ended
    CHECK_EQUAL(steps, 15);
    DONE();
}
