// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A bus that three tasks of different priorities take in turn, each for as long as a transfer that an
// interrupt ends; one of them waits for it only so long. One has it at a time, who asked first has
// it first, and nobody is forgotten, also when the time is over as it is handed over.
#include <corten/app.h>
#include <corten/explore.h>

static struct ct_arbiter bus;
static struct ct_wait_queue finished;

CT_ASYNC(one, 2);
CT_ASYNC(two, 1);
CT_ASYNC(three, 2);
CT_INTERRUPT(done, 3, GPIOD);
CT_INTERRUPT(asks, 4, GPIOE);

CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(one, two, three, done, asks), MONOTONIC(SysTick, 1000, 16000000));

static unsigned users, turns, transfers, gave_up, starts;
static bool broken;

void init(struct init_task self) {
    (void)self;
    CT_MUST(one_spawn());
    CT_MUST(two_spawn());
}
static enum ct_error transfer(struct ct_async *waiter) {
    ct_wait_queue_enter(&finished, waiter);
    if (transfers <= turns) return CT_WOULD_BLOCK;
    ct_wait_queue_leave(waiter);
    turns++;
    return CT_OK;
}
static void has_it(void) {
    if (++users != 1) broken = true;
}
static void gives_it_back(struct ct_async *owner) {
    users--;
    ct_arbiter_release(&bus, owner);
}
enum ct_async_result one(struct one_task self, struct one_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    CT_AWAIT_INTO(e, ct_arbiter_acquire(&bus, CT_WAITER));
    if (e) broken = true;
    has_it();
    CT_AWAIT_INTO(e, transfer(CT_WAITER));
    gives_it_back(CT_WAITER);
    CT_ASYNC_END;
}
enum ct_async_result two(struct two_task self, struct two_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    CT_AWAIT_FOR(e, ct_arbiter_acquire(&bus, CT_WAITER), CT_MS(1));
    if (e == CT_OK) {
        has_it();
        CT_AWAIT_INTO(e, transfer(CT_WAITER));
        gives_it_back(CT_WAITER);
    } else {
        gave_up++;
    }
    CT_ASYNC_END;
}
enum ct_async_result three(struct three_task self, struct three_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    CT_AWAIT_FOR(e, ct_arbiter_acquire(&bus, CT_WAITER), CT_MS(1));
    if (e == CT_OK) {
        has_it();
        gives_it_back(CT_WAITER);
    } else {
        gave_up++;
    }
    CT_ASYNC_END;
}
void done(struct done_task self) {
    (void)self;
    transfers++;
    ct_wait_queue_wake_all(&finished);
}
void asks(struct asks_task self) {
    (void)self;
    if (three_spawn() == CT_OK) starts++;
}

bool ct_explore_holds(void) {
    if (broken) return false;
    if (transfers < 2) return true; // the transfers have not all come to an end
    return bus.owner == NULL && users == 0 && turns + gave_up >= 2 && !one_frame.async_.active &&
           !two_frame.async_.active && (starts == 0 || !three_frame.async_.active);
}
