// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// What tasks that wait share: signals and watches keep the newest value and wake who waits; an arbiter
// gives a bus to one task at a time, in the order of asking, and loses neither a hand-over to a task
// whose patience ends at that very moment nor the bus itself.

#include <corten/app.h>
#include <corten/board.h>

#include "../check.h"

CT_SIGNAL(event, uint32_t);
CT_WATCH(state, uint16_t);
static struct ct_arbiter bus;

CT_IDLE(idle);
CT_ASYNC(taker, 2, { uint32_t value, sum; });
CT_ASYNC(fast, 2, { uint32_t seen; uint16_t value; });
CT_ASYNC(slow, 1, { uint32_t seen; uint16_t value; });
CT_INTERRUPT(raises, 3, GPIOD);
// five who want the bus, of two priorities; each holds it for some ticks
CT_ASYNC_WITH(one, 1, uint32_t, { unsigned n; });
CT_ASYNC_WITH(two, 2, uint32_t, { unsigned n; });
CT_ASYNC_WITH(three, 1, uint32_t, { unsigned n; });
CT_ASYNC(impatient, 2, { unsigned n, got, missed; });
CT_ASYNC(holder, 1);
CT_ASYNC(unlucky, 2);
CT_INTERRUPT(releases, 3, GPIOE);

CT_APP(DISPATCHERS(GPIOA, GPIOB),
       TASKS(idle, taker, fast, slow, raises, one, two, three, impatient, holder, unlucky, releases),
       MONOTONIC(SysTick, 1000, BOARD_CORE_HZ));

static unsigned taken, fasts, slows, holders, done;
static uint16_t fast_value, slow_value;
static char order[64];
static unsigned ordered;

void init(struct init_task self) {
    (void)self;
    uint32_t value = 0;
    uint16_t none = 0;
    CHECK_EQUAL(event_try_take(&value), CT_EMPTY);
    CHECK_EQUAL(state_latest(&none), CT_EMPTY);
    event_signal(1);
    event_signal(2); // overwrites
    CHECK_EQUAL(event_try_take(&value), CT_OK);
    CHECK_EQUAL(value, 2);
    CHECK_EQUAL(event_try_take(&value), CT_EMPTY);
    event_signal(3);
    event_clear();
    CHECK_EQUAL(event_try_take(&value), CT_EMPTY);
    CT_MUST(taker_spawn());
    CT_MUST(fast_spawn());
    CT_MUST(slow_spawn());
}

void raises(struct raises_task self) {
    (void)self;
    event_signal(100);
    state_publish(7);
}

enum ct_async_result taker(struct taker_task self, struct taker_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (frame->sum = 0;; frame->sum += frame->value) {
        CT_AWAIT_INTO(e, event_wait(CT_WAITER, &frame->value));
        CHECK_EQUAL(e, CT_OK);
        taken++;
        if (frame->value == 0) break;
    }
    CHECK_EQUAL(frame->sum, 100 + 9);
    CT_AWAIT_FOR(e, event_wait(CT_WAITER, &frame->value), CT_MS(2));
    CHECK_EQUAL(e, CT_TIMEOUT);
    CHECK(event_signal_state.waiters.first == NULL);
    done++;
    CT_ASYNC_END;
}

enum ct_async_result fast(struct fast_task self, struct fast_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (frame->seen = 0; fast_value != 99; fasts++) {
        CT_AWAIT_INTO(e, state_changed(CT_WAITER, &frame->seen, &frame->value));
        CHECK_EQUAL(e, CT_OK);
        fast_value = frame->value;
    }
    done++;
    CT_ASYNC_END;
}
enum ct_async_result slow(struct slow_task self, struct slow_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (frame->seen = 0; slow_value != 99; slows++) {
        CT_AWAIT_INTO(e, state_changed(CT_WAITER, &frame->seen, &frame->value));
        CHECK_EQUAL(e, CT_OK);
        slow_value = frame->value;
        CT_DELAY(CT_MS(3)); // misses some, but not the newest
    }
    done++;
    CT_ASYNC_END;
}

#define USES_THE_BUS(name, letter)                                                                 \
    enum ct_async_result name(struct name##_task self, struct name##_frame *frame) {               \
        enum ct_error e;                                                                           \
        CT_ASYNC_BEGIN(frame);                                                                     \
        for (frame->n = 0; frame->n < 6; frame->n++) {                                             \
            CT_AWAIT_INTO(e, ct_arbiter_acquire(&bus, CT_WAITER));                                 \
            CHECK_EQUAL(e, CT_OK);                                                                 \
            CHECK_EQUAL(holders++, 0);                                                             \
            CHECK_EQUAL(ct_arbiter_try_acquire(&bus, NULL), CT_BUSY);                              \
            order[ordered++] = letter;                                                             \
            CT_DELAY((struct ct_duration){frame->message});                                        \
            CHECK_EQUAL(--holders, 0);                                                             \
            ct_arbiter_release(&bus, CT_WAITER);                                                   \
        }                                                                                          \
        done++;                                                                                    \
        CT_ASYNC_END;                                                                              \
    }
USES_THE_BUS(one, '1')
USES_THE_BUS(two, '2')
USES_THE_BUS(three, '3')

// Its time-outs sweep over the instants of the others' releases.
enum ct_async_result impatient(struct impatient_task self, struct impatient_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (frame->n = frame->got = frame->missed = 0; frame->n < 12; frame->n++) {
        CT_AWAIT_FOR(e, ct_arbiter_acquire(&bus, CT_WAITER), (struct ct_duration){1 + frame->n % 6});
        if (e == CT_OK) {
            CHECK_EQUAL(holders++, 0);
            CHECK_EQUAL(--holders, 0);
            ct_arbiter_release(&bus, CT_WAITER);
            frame->got++;
        } else {
            CHECK_EQUAL(e, CT_TIMEOUT);
            frame->missed++;
        }
    }
    CHECK(frame->got > 0 && frame->missed > 0);
    done++;
    CT_ASYNC_END;
}

// The hand-over comes between the last look and the end of the patience: then it is not lost.
static struct ct_async *holds;
enum ct_async_result holder(struct holder_task self, struct holder_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    CT_AWAIT_INTO(e, ct_arbiter_acquire(&bus, CT_WAITER));
    CHECK_EQUAL(e, CT_OK);
    holds = CT_WAITER;
    CT_DELAY(CT_MS(10));
    CT_ASYNC_END;
}
void releases(struct releases_task self) {
    (void)self;
    ct_arbiter_release(&bus, holds);
}
static enum ct_error acquire_at_the_end(struct ct_async *waiter) {
    const enum ct_error e = ct_arbiter_acquire(&bus, waiter);
    if (e == CT_WOULD_BLOCK && ct_async_elapsed_(waiter) == CT_OK) ct_port_pend(GPIOE_IRQn);
    return e;
}
enum ct_async_result unlucky(struct unlucky_task self, struct unlucky_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    CT_AWAIT_FOR(e, acquire_at_the_end(CT_WAITER), CT_MS(2));
    CHECK_EQUAL(e, CT_OK);
    CHECK(bus.owner == CT_WAITER && !bus.handed_over);
    ct_arbiter_release(&bus, CT_WAITER);
    done++;
    CT_ASYNC_END;
}

static void wait_until(uint32_t tick) {
    while (ct_now().tick < tick) ct_port_wait();
}

void idle(struct idle_task self) {
    (void)self;
    ct_port_pend(GPIOD_IRQn);
    CHECK(taken == 1 && fasts == 1 && slows == 0 && slow_value == 7); // it is in its delay
    event_signal(9);
    state_publish(8);
    state_publish(99); // the fast one sees both, the slow one the newest when it looks again
    CHECK(taken == 2 && fasts == 3);
    event_signal(0);
    wait_until(20);
    CHECK(slows == 2 && slow_value == 99);
    CHECK_EQUAL(done, 3);

    CT_MUST(one_spawn(3));
    CT_MUST(two_spawn(2));
    CT_MUST(three_spawn(1));
    wait_until(120);
    CHECK_EQUAL(done, 6);
    for (unsigned n = 0; n < 18; n++) CHECK(order[n] == "123"[n % 3]); // in turn, none twice
    CHECK(bus.owner == NULL && bus.waiters.first == NULL);

    ordered = 0;
    CT_MUST(one_spawn(3));
    CT_MUST(three_spawn(2));
    CT_MUST(impatient_spawn());
    wait_until(300);
    CHECK_EQUAL(done, 9);
    CHECK(bus.owner == NULL && bus.waiters.first == NULL && !bus.handed_over);

    CT_MUST(holder_spawn());
    CT_MUST(unlucky_spawn());
    wait_until(320);
    CHECK_EQUAL(done, 10);
    CHECK(bus.owner == NULL);
    DONE();
}
