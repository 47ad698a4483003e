// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A more urgent task between any two instructions of what time is made of: insertion, cancelling,
// moving and expiry in the heap, on the application's clock and on a further one, and reading a time
// of 64 bits while its counter wraps.

#include <corten/app.h>

#include "../sweep.h"

SWEEP_IS_POSSIBLE;

// A counter of 16 bits that stands still until the other side moves it.
static volatile uint32_t fake;
enum { GPIOE_counter_bits = 16, GPIOE_counter_least = 1 };
#define GPIOE_COUNTER_DIVIDES(n) 1
#define GPIOE_COUNTER_CLAIMS
static inline void GPIOE_counter_prepare(uint32_t divider) { (void)divider; }
static inline void GPIOE_counter_start(void) {}
static inline uint32_t GPIOE_counter_read(void) { return fake & 0xFFFFu; }
static inline void GPIOE_counter_alarm(uint32_t at) { (void)at; }
static inline void GPIOE_counter_acknowledge(void) {}
CT_TICKLESS(wide, 2, GPIOE, 1000000, 1000000);

CT_IDLE(idle);
CT_TASK_WITH(several, 1, uint32_t, 8);
CT_TASK_WITH(other, 1, uint32_t, 2);
CT_INTERRUPT(edge, 3, GPIOA);
CT_APP(DISPATCHERS(GPIOB), TASKS(idle, several, other, edge), MONOTONIC(SysTick, 1000, 12000000),
       MONOTONICS(wide));

static void (*volatile at_edge)(void);
static volatile uint32_t received, runs;
static volatile bool done, done_at_edge;
static struct several_handle handle;

void init(struct init_task self) { (void)self; }
void edge(struct edge_task self) {
    (void)self;
    at_edge();
}
static void run(uint32_t message) {
    received |= message;
    runs = runs + 1;
}
void several(struct several_task self, uint32_t message) {
    (void)self;
    run(message);
}
void other(struct other_task self, uint32_t message) {
    (void)self;
    run(message);
}

/* ---- both clocks behind one face */

static bool on_wide;
static void let_pass(uint32_t ticks) {
    if (on_wide) {
        fake += ticks; // less than half a period
        ct_clock_run_(wide_counter_(), &wide_halves, wide_heap, false);
    } else {
        ct_time.now += ticks;
        ct_timer_heap_expire_due(ct_time_heap);
    }
}
static enum ct_error send_in(uint32_t ticks, uint32_t message, struct several_handle *into) {
    return on_wide ? several_schedule_on(wide_after((struct wide_duration){ticks}), message, into)
                   : several_schedule_after((struct ct_duration){ticks}, message, into);
}

/// The heap holds `count` timers, each at its position and none before its parent.
static bool is_heap_of(unsigned count) {
    const uintptr_t *heap = on_wide ? wide_heap : ct_time_heap;
    if (heap[0] != count) return false;
    for (unsigned i = 1; i <= count; i++) {
        const struct ct_timer *at = (const struct ct_timer *)heap[on_wide ? 2 * i : i];
        const struct ct_timer *parent = (const struct ct_timer *)heap[on_wide ? i / 2 * 2 : i / 2];
        if (at->position != i || !at->expire || at->clock != on_wide) return false;
        if (i > 1 && (int32_t)(at->due - parent->due) < 0) return false;
    }
    return true;
}

static void begin(void) { // empty, then three that stay
    for (unsigned n = 0; n < 8; n++) let_pass(20000);
    struct several_handle unused;
    CT_IGNORE(send_in(15000, 0, &unused));
    CT_IGNORE(send_in(12000, 0, &unused));
    CT_IGNORE(send_in(18000, 0, &unused));
    CT_IGNORE(send_in(9000, 1, &handle));
    received = runs = 0;
    done = done_at_edge = false;
}

// insertion against insertion, of a sooner and of a later one
static void send(void) {
    struct several_handle unused;
    done = send_in(10000, 2, &unused) == CT_OK;
}
static void send_sooner(void) {
    struct several_handle unused;
    done_at_edge = send_in(5000, 4, &unused) == CT_OK;
}
static bool both_wait(void) { return done && done_at_edge && runs == 0 && is_heap_of(6); }

// whoever is called off does not come, and the other way round
static void cancel(void) { done = several_cancel(handle) == CT_OK; }
static void expire_it(void) { let_pass(9500); }
static bool either_came(void) {
    return (done ? runs == 0 && received == 0 : runs == 1 && received == 1) && is_heap_of(3) &&
           several_delayed_ == 3;
}
static void move(void) {
    done = (on_wide ? several_reschedule_on(handle, wide_after((struct wide_duration){30000}))
                    : several_reschedule_after(handle, (struct ct_duration){30000})) == CT_OK;
}
static bool moved_or_came(void) {
    return (done ? runs == 0 && is_heap_of(4) : runs == 1 && is_heap_of(3)) &&
           several_delayed_ == 3 + (done ? 1 : 0);
}

// expiry of one while another is called off, or comes in; what is due comes once
static void expire_three(void) { let_pass(16000); }
static bool three_or_two_came(void) { // the one with the handle was called off, or not
    return (done_at_edge ? runs == 2 && received == 0 : runs == 3 && received == 1) && is_heap_of(1);
}
static void cancel_at_edge(void) { done_at_edge = several_cancel(handle) == CT_OK; }
static bool three_came_and_one_waits(void) {
    return done_at_edge && (received & 1) && (runs == 3 ? is_heap_of(2) : runs == 4 && is_heap_of(1));
}

// the tick looks at the first, which is moved away: the next one is due all the same
static void begin_two_due(void) {
    begin();
    struct several_handle unused;
    CT_IGNORE(send_in(1, 2, &handle));
    CT_IGNORE(send_in(1, 4, &unused));
}
static void tick(void) { SysTick_Handler(); }
static void move_at_edge(void) {
    done_at_edge = several_reschedule_after(handle, (struct ct_duration){10000}) == CT_OK;
}
static bool the_other_came(void) {
    return (received & 4) && (done_at_edge ? !(received & 2) : received & 2);
}

// a time of 64 bits: from before or from after, never of both
static uint64_t told, from, to;
static uint32_t start;
static void set_counter(void) {
    static const uint32_t starts[] = {0x7FF0, 0xFFF0, 0x10, 0x8010, 0x6000, 0xFFFF};
    fake = starts[start++ % CT_COUNT(starts)];
    wide_halves = 6 + (fake >= 0x8000);
    from = ct_half_period_time(wide_halves, fake, 0x8000);
    to = from + 0xC000;
}
static void read_time(void) { told = wide_now().tick; }
static void go_far(void) { // more than half a period, whose interrupt comes
    for (unsigned n = 0; n < 3; n++) let_pass(0x4000);
}
static bool is_one_of_both(void) { return told == from || told == to; }

static bool sweep(const char *name, void (*prepare)(void), void (*operation)(void),
                  void (*other_side)(void), bool (*holds)(void), unsigned at_least) {
    const struct sweep one = {name, GPIOA_IRQn, prepare, operation, holds};
    at_edge = other_side;
    return sweep_run(&one, at_least);
}

void idle(struct idle_task self) {
    (void)self;
    bool good = true;
    for (unsigned n = 0; n < 2 && good; n++) {
        on_wide = n == 1;
        ct_semihosting_print(on_wide ? "64 bits\n" : "32 bits\n");
        good = sweep("insertion", begin, send, send_sooner, both_wait, 20);
        good = good && sweep("cancel and expiry", begin, cancel, expire_it, either_came, 10);
        good = good && sweep("move and expiry", begin, move, expire_it, moved_or_came, 15);
        good = good && sweep("expiry and cancel", begin, expire_three, cancel_at_edge, three_or_two_came, 60);
        good = good && sweep("expiry and insertion", begin, expire_three, send_sooner, three_came_and_one_waits, 60);
        if (!on_wide) good = good && sweep("tick and move", begin_two_due, tick, move_at_edge, the_other_came, 20);
        for (unsigned k = 0; k < 8; k++) let_pass(20000); // nothing is left on this clock
    }
    good = good && sweep("reading", set_counter, read_time, go_far, is_one_of_both, 10);
    ct_semihosting_exit(good ? 0 : 1);
}
