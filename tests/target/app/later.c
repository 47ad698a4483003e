// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// What is sent for later: when, in which order, across the wrap of the clock, and within the
// task's capacity.

#include <corten/app.h>

#include "../check.h"

CT_IDLE(idle);
CT_TASK_WITH(report, 1, uint8_t, 8);
CT_TASK_WITH(urgent, 2, uint8_t, 2);

CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(idle, report, urgent), MONOTONIC(SysTick, 1000, 12000000));

static struct {
    uint8_t message;
    uint32_t at;
} runs[32];
static volatile unsigned count;

static void ran(uint8_t message) {
    CHECK(count < CT_COUNT(runs));
    runs[count].message = message;
    runs[count].at = ct_now().tick;
    count = count + 1;
}

void init(struct init_task self) {
    (void)self;
    ct_time.now = 0xFFFFFFF8u; // the clock wraps 8 ticks from now
}
void report(struct report_task self, uint8_t message) {
    (void)self;
    ran(message);
}
void urgent(struct urgent_task self, uint8_t message) {
    (void)self;
    ran(message);
}

static void wait_for(unsigned n) {
    while (count < n) ct_port_wait();
}

void idle(struct idle_task self) {
    (void)self;
    const struct ct_instant begin = ct_now();
    CHECK(begin.tick >= 0xFFFFFFF8u);
    CT_MUST(report_spawn_at(ct_instant_add(begin, CT_MS(30)), 30)); // behind the wrap
    CT_MUST(report_spawn_at(ct_instant_add(begin, CT_MS(5)), 5));   // before it
    CT_MUST(report_spawn_at(ct_instant_add(begin, CT_MS(20)), 20));
    CT_MUST(report_spawn_at(ct_instant_add(begin, CT_MS(20)), 21)); // equal: in the order of sending
    CT_MUST(report_spawn_at(ct_instant_add(begin, CT_MS(20)), 22));
    CT_MUST(urgent_spawn_at(ct_instant_add(begin, CT_MS(20)), 29)); // equal, but more urgent
    CT_MUST(report_spawn_at(begin, 1));                             // now: at once
    CHECK_EQUAL(count, 1);
    CT_MUST(report_spawn_at((struct ct_instant){begin.tick - 100}, 0)); // past: at once
    CHECK_EQUAL(count, 2);
    wait_for(8);
    static const uint8_t order[] = {1, 0, 5, 29, 20, 21, 22, 30};
    for (unsigned n = 0; n < CT_COUNT(order); n++) {
        CHECK_EQUAL(runs[n].message, order[n]);
        if (n > 1) {
            const uint32_t due = begin.tick + (uint32_t)order[n] / 10 * 10 + (order[n] == 5 ? 5 : 0);
            CHECK_EQUAL(runs[n].at, due);
        }
    }
    CHECK(ct_now().tick < 100); // wrapped

    // delayed messages count in the capacity; a place is free again when the body begins
    count = 0;
    for (uint8_t n = 0; n < 8; n++) CT_MUST(report_spawn_after(CT_MS(10 - n), n));
    CHECK_EQUAL(report_spawn(9), CT_FULL);
    CHECK_EQUAL(report_spawn_after(CT_MS(1), 9), CT_FULL);
    wait_for(1);
    CHECK_EQUAL(report_spawn(9), CT_OK);
    CHECK(runs[0].message == 7 && runs[1].message == 9);
    wait_for(9);
    for (unsigned n = 2; n < 9; n++) CHECK_EQUAL(runs[n].message, 8 - n);

    // a message that is called off comes back, once, and its place is free
    count = 0;
    struct report_handle handles[8];
    for (uint8_t n = 0; n < 8; n++) CT_MUST(report_schedule_after(CT_MS(3), n, &handles[n]));
    struct report_spawn_result back = report_try_cancel(handles[5]);
    CHECK(back.error == CT_OK && back.message == 5);
    CHECK_EQUAL(report_try_cancel(handles[5]).error, CT_STALE);
    CHECK_EQUAL(report_reschedule_after(handles[5], CT_MS(1)), CT_STALE);
    CHECK_EQUAL(report_spawn(40), CT_OK);
    wait_for(8);
    for (unsigned n = 1; n < 8; n++) CHECK_EQUAL(runs[n].message, n < 6 ? n - 1 : n);
    CHECK_EQUAL(report_cancel(handles[0]), CT_STALE); // has run

    // a delay is never short
    count = 0;
    const struct ct_instant start = ct_now();
    CT_MUST(report_spawn_after(CT_US(1500), 1)); // rounds up to 2 ticks
    wait_for(1);
    CHECK_EQUAL(ct_instant_since((struct ct_instant){runs[0].at}, start).ticks, 2);
    _Static_assert(sizeof(struct ct_instant) == 4, "");
    DONE();
}
