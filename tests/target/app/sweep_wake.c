// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A more urgent task between any two instructions of locks inside locks, of a wake and of a send to
// a task that waits, with all that follows from them.

#include <corten/app.h>

#include "../sweep.h"

SWEEP_IS_POSSIBLE;

CT_CHANNEL(numbers, uint32_t, 2);
static struct ct_wait_queue changed;

CT_IDLE(idle);
CT_ASYNC(waiter, 1, { uint32_t seen; });
CT_ASYNC_WITH(receiver, 2, struct numbers_receiver, { uint32_t value; });
CT_INTERRUPT(edge, 3, GPIOA);
CT_INTERRUPT(top, CT_PORT_LEVELS, GPIOE);
CT_SHARED(uint32_t, counter, idle, edge);
CT_SHARED(uint32_t, most, idle, edge, top); // the highest ceiling that there is
CT_LOCAL(struct numbers_sender, from_idle, idle);
CT_LOCAL(struct numbers_sender, from_edge, edge);

CT_APP(DISPATCHERS(GPIOB, GPIOC), TASKS(idle, waiter, receiver, edge, top));

static void (*volatile at_edge)(struct edge_task self);
static volatile uint32_t flags, received, last;

void init(struct init_task self) {
    *CT_LOCAL_OF(self, from_idle) = *CT_LOCAL_OF(self, from_edge) = numbers_sender(self);
    CT_MUST(waiter_spawn());
    CT_MUST(receiver_spawn(numbers_receiver(self)));
}
void edge(struct edge_task self) { at_edge(self); }
void top(struct top_task self) { CT_LOCK(self, most, m) *m += 1; }
enum ct_async_result waiter(struct waiter_task self, struct waiter_frame *frame) {
    bool more;
    CT_ASYNC_BEGIN(frame);
    for (frame->seen = 0;;) {
        CT_AWAIT_UNTIL(&changed, more, { more = flags != frame->seen; });
        frame->seen = flags;
    }
    CT_ASYNC_END;
}
enum ct_async_result receiver(struct receiver_task self, struct receiver_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (;;) {
        CT_AWAIT_INTO(e, numbers_receive(CT_WAITER, frame->message, &frame->value));
        if (e) break;
        received = received + frame->value;
        last = frame->value;
    }
    CT_ASYNC_END;
}

static void begin(void) {
    counter_shared = most_shared = 0;
    flags = received = last = 0;
    ct_wait_queue_wake_all(&changed); // the waiter sees them
}

// locks inside one another, up to the highest ceiling and back
static void increment_both(void) {
    struct idle_task self = {};
    CT_LOCK(self, counter, c) {
        CT_LOCK(self, most, m) *m += 1;
        *c += 1;
    }
    CT_LOCK_ALL(self, (most, m), (counter, c)) *m += 1, *c += 1;
}
static void increment_both_at_edge(struct edge_task self) {
    CT_LOCK_ALL(self, (most, m), (counter, c)) *m += 1, *c += 1;
}
static bool both_counted_thrice(void) { return counter_shared == 3 && most_shared == 3; }

// a wake, against a wake: the waiter has seen both and waits again
static void wake(void) {
    CT_CRITICAL flags |= 1;
    ct_wait_queue_wake_all(&changed);
}
static void wake_at_edge(struct edge_task self) {
    (void)self;
    flags |= 2;
    ct_wait_queue_wake_one(&changed);
}
static bool both_seen(void) { return flags == 3 && waiter_frame.seen == 3 && changed.first; }

// a send, against a send: both arrive
static void send(void) {
    CT_IGNORE(numbers_try_send(*CT_LOCAL_OF((struct idle_task){}, from_idle), 1));
}
static void send_at_edge(struct edge_task self) {
    CT_IGNORE(numbers_try_send(*CT_LOCAL_OF(self, from_edge), 10));
}
static bool both_arrived(void) { return received == 11 && (last == 1 || last == 10); }

static bool sweep(const char *name, void (*operation)(void), void (*other_side)(struct edge_task),
                  bool (*holds)(void), unsigned at_least) {
    const struct sweep one = {name, GPIOA_IRQn, begin, operation, holds};
    at_edge = other_side;
    return sweep_run(&one, at_least);
}

void idle(struct idle_task self) {
    (void)self;
    bool good = sweep("locks in locks", increment_both, increment_both_at_edge, both_counted_thrice, 16);
    good = good && sweep("wake", wake, wake_at_edge, both_seen, 50);
    good = good && sweep("send", send, send_at_edge, both_arrived, 40);
    ct_semihosting_exit(good ? 0 : 1);
}
