// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Several clocks in one application: the tick, and further ones of their own priority, on counters
// that wrap many times meanwhile. When messages come, that they can be moved from clock to clock and
// called off, waits on any clock, no drift.

#include <corten/app.h>
#include <corten/tickless.h>

#include "../check.h"
#include "clocks_of_boards.h"

CT_TICKLESS(fine, 3, FINE_SOURCE, FINE_HZ, FINE_CLOCK_HZ);      // above the tasks
#if defined COARSE_SOURCE // and below
CT_TICKLESS(coarse, 1, COARSE_SOURCE, COARSE_HZ, COARSE_CLOCK_HZ);
#    define CLOCKS MONOTONICS(fine, coarse)
#elif defined COARSE_TICK
CT_MONOTONIC(coarse, 1, COARSE_TICK, COARSE_HZ, COARSE_CLOCK_HZ);
#    define CLOCKS MONOTONICS(fine, coarse)
#else // there is no other
#    define coarse       fine
#    define coarse_now   fine_now
#    define coarse_after fine_after
#    define COARSE_HZ    FINE_HZ
#    define CLOCKS       MONOTONICS(fine)
#endif

CT_IDLE(idle);
CT_TASK_WITH(report, 2, uint8_t, 8);
CT_TASK(beat, 2);
CT_ASYNC(patient, 1, { struct fine_instant start; });
CT_ASYNC(hurried, 1, );
CT_CHANNEL(nothing, uint8_t, 1);

#ifdef TICK_SOURCE
CT_APP(DISPATCHERS(SPARE_A, SPARE_B), TASKS(idle, report, beat, patient, hurried),
       MONOTONIC(TICK_SOURCE, 1000, TICK_CLOCK_HZ), CLOCKS);
#else
CT_APP(DISPATCHERS(SPARE_A, SPARE_B), TASKS(idle, report, beat, patient, hurried), CLOCKS);
#endif

static struct {
    uint8_t message;
    uint64_t on_fine, on_coarse;
} runs[16];
static volatile unsigned count, beats, waited, timed_out;
static struct fine_instant next_beat;
static volatile uint32_t latest_beat;

void init(struct init_task self) {
    (void)self;
    CHECK(fine_now().tick == 0 && coarse_now().tick == 0); // stands until init ends
    CT_MUST(report_spawn_on(fine_after(CT_MS(1, fine)), 99));
}
void report(struct report_task self, uint8_t message) {
    (void)self;
    CHECK(count < CT_COUNT(runs));
    runs[count].message = message;
    runs[count].on_fine = fine_now().tick;
    runs[count].on_coarse = coarse_now().tick;
    count = count + 1;
}
void beat(struct beat_task self) {
    (void)self;
    const uint64_t late = fine_now().tick - next_beat.tick;
    if (late > latest_beat) latest_beat = (uint32_t)late;
    if (++beats == 40) return;
    next_beat = fine_instant_add(next_beat, CT_MS(7, fine));
    CT_MUST(beat_spawn_on(fine_at(next_beat)));
}
enum ct_async_result patient(struct patient_task self, struct patient_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    frame->start = fine_now();
    CT_DELAY_ON(fine_after(CT_MS(3, fine)));
    CHECK(fine_instant_since(fine_now(), frame->start).ticks >= CT_MS(3, fine).ticks);
    CT_DELAY_ON(coarse_after(CT_MS(20, coarse)));
    CHECK(fine_instant_since(fine_now(), frame->start).ticks >= CT_MS(22, fine).ticks);
    waited = 1;
    CT_ASYNC_END;
}
enum ct_async_result hurried(struct hurried_task self, struct hurried_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    uint8_t value;
    enum ct_error e;
    CT_AWAIT_ON(e, nothing_receive(CT_WAITER, (struct nothing_receiver){}, &value),
                fine_after(CT_MS(2, fine)));
    CHECK_EQUAL(e, CT_TIMEOUT);
    timed_out = 1;
    CT_ASYNC_END;
}

static void wait_for(unsigned n) {
    while (count < n) ct_port_wait();
}
static void came_at(unsigned run, uint8_t message, uint64_t due) {
    CHECK_EQUAL(runs[run].message, message);
    CHECK(runs[run].on_fine >= due);
    CHECK(runs[run].on_fine - due <= LATE);
}

void idle(struct idle_task self) {
    (void)self;
    wait_for(1); // sent for in init
    came_at(0, 99, CT_MS(1, fine).ticks);

    // in the order of their instants; 16 and 24 bits wrap meanwhile
    const struct fine_instant begin = fine_now();
    static const uint8_t after[] = {40, 200, 10, 90, 20, 150};
    count = 0;
    for (unsigned n = 0; n < CT_COUNT(after); n++)
        CT_MUST(report_spawn_on(fine_at(fine_instant_add(begin, CT_MS(after[n], fine))), after[n]));
    CT_MUST(report_spawn_on(fine_at(begin), 0)); // has come
    wait_for(7);
    static const uint8_t order[] = {0, 10, 20, 40, 90, 150, 200};
    for (unsigned n = 0; n < CT_COUNT(order); n++)
        came_at(n, order[n], fine_instant_add(begin, CT_MS(order[n], fine)).tick);
    for (unsigned n = 1; n < 7; n++) // both clocks tell the same time
        CHECK((runs[n].on_coarse - runs[n - 1].on_coarse) * (FINE_HZ / COARSE_HZ) + 2 * (FINE_HZ / COARSE_HZ) >=
              runs[n].on_fine - runs[n - 1].on_fine);

    // moved from clock to clock, called off, stale
    count = 0;
    const struct fine_instant second = fine_now();
    struct report_handle a, b, c;
    CT_MUST(report_schedule_on(fine_after(CT_MS(5, fine)), 1, &a));
    CT_MUST(report_schedule_on(coarse_after(CT_MS(30, coarse)), 2, &b));
    CT_MUST(report_schedule_on(fine_after(CT_MS(8, fine)), 3, &c));
    CT_MUST(report_reschedule_on(a, coarse_after(CT_MS(50, coarse))));
    CT_MUST(report_reschedule_on(b, fine_after(CT_MS(10, fine))));
    CT_MUST(report_cancel(c));
    CHECK_EQUAL(report_cancel(c), CT_STALE);
    wait_for(2);
    came_at(0, 2, fine_instant_add(second, CT_MS(10, fine)).tick);
    CHECK_EQUAL(runs[1].message, 1);
    CHECK(fine_instant_since(fine_now(), second).ticks >= CT_MS(49, fine).ticks);
    CHECK_EQUAL(report_reschedule_on(a, fine_after(CT_MS(1, fine))), CT_STALE);
    CHECK_EQUAL(report_cancel(b), CT_STALE);

    // waits
    CT_MUST(patient_spawn());
    CT_MUST(hurried_spawn());
    while (!waited) ct_port_wait();
    CHECK(timed_out);

    // from instant to instant: no drift
    const struct fine_instant third = fine_now();
    next_beat = fine_instant_add(third, CT_MS(7, fine));
    CT_MUST(beat_spawn_on(fine_at(next_beat)));
    while (beats < 40) ct_port_wait();
    CHECK(latest_beat <= LATE);
    const uint64_t all = fine_instant_since(fine_now(), third).ticks;
    CHECK(all >= CT_MS(280, fine).ticks && all <= CT_MS(280, fine).ticks + LATE);

    // time goes on and never back, over wraps and halves
    struct fine_instant last = fine_now();
    const struct fine_instant end = fine_instant_add(last, CT_MS(90, fine));
    while (!fine_instant_has_come(end)) {
        const struct fine_instant now = fine_now();
        CHECK(now.tick >= last.tick);
        CHECK(now.tick - last.tick <= LATE);
        last = now;
        ct_port_relax();
    }
#ifdef TICK_SOURCE
    count = 0;
    CT_MUST(report_spawn_after(CT_MS(10), 1));
    CT_MUST(report_spawn_on(fine_after(CT_MS(5, fine)), 2));
    wait_for(2);
    CHECK(runs[0].message == 2 && runs[1].message == 1);
#endif
    _Static_assert(sizeof(struct fine_instant) == 8, "");
    DONE();
}
