// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A signal that two tasks wait for, one of them for so long, and a watched value, both given from two
// interrupts: what was given is taken once, nobody waits while there is something to take, and the
// newest value has been seen by all.
#include <corten/app.h>
#include <corten/explore.h>

CT_SIGNAL(pressed, uint32_t);
CT_WATCH(level, uint32_t);

CT_ASYNC(first, 1, { uint32_t value; });
CT_ASYNC(second, 2, { uint32_t value; });
CT_ASYNC(reader, 1, {
    uint32_t seen;
    uint32_t value;
});
CT_ASYNC(urgent_reader, 2, {
    uint32_t seen;
    uint32_t value;
});
CT_INTERRUPT(edge, 3, GPIOD);
CT_INTERRUPT(urgent, 4, GPIOE);

CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(first, second, reader, urgent_reader, edge, urgent),
       MONOTONIC(SysTick, 1000, 16000000));

static uint32_t given, newest, taken_by_first, taken_by_second, latest, latest_urgent;
static unsigned waits;
static bool broken;

void init(struct init_task self) {
    (void)self;
    CT_MUST(first_spawn());
    CT_MUST(second_spawn());
    CT_MUST(reader_spawn());
    CT_MUST(urgent_reader_spawn());
}
enum ct_async_result first(struct first_task self, struct first_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (;;) {
        CT_AWAIT_INTO(e, pressed_wait(CT_WAITER, &frame->value));
        if (e || (taken_by_first | taken_by_second) & frame->value) broken = true;
        taken_by_first |= frame->value;
    }
    CT_ASYNC_END;
}
enum ct_async_result second(struct second_task self, struct second_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (waits = 0; waits < 2; waits++) {
        CT_AWAIT_FOR(e, pressed_wait(CT_WAITER, &frame->value), CT_MS(1));
        if (e == CT_OK) {
            if ((taken_by_first | taken_by_second) & frame->value) broken = true;
            taken_by_second |= frame->value;
        }
    }
    CT_ASYNC_END;
}
enum ct_async_result reader(struct reader_task self, struct reader_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (;;) {
        CT_AWAIT_INTO(e, level_changed(CT_WAITER, &frame->seen, &frame->value));
        latest = frame->value;
    }
    CT_ASYNC_END;
}
enum ct_async_result urgent_reader(struct urgent_reader_task self, struct urgent_reader_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (;;) {
        CT_AWAIT_INTO(e, level_changed(CT_WAITER, &frame->seen, &frame->value));
        latest_urgent = frame->value;
    }
    CT_ASYNC_END;
}
static void give(uint32_t value) {
    given |= value;
    pressed_signal(value);
}
void edge(struct edge_task self) {
    (void)self;
    give(1u << CT_EXPLORE_FIRED(GPIOD));
    CT_CRITICAL {
        newest++;
        level_publish(newest);
    }
}
void urgent(struct urgent_task self) {
    (void)self;
    CT_CRITICAL {
        newest++;
        level_publish(newest);
    }
    give(16u << CT_EXPLORE_FIRED(GPIOE));
}

bool ct_explore_holds(void) {
    const uint32_t taken = taken_by_first | taken_by_second;
    uint32_t left;
    return !broken && !(taken & ~given) && latest == newest && latest_urgent == newest &&
           (given == 0) == (taken == 0) && pressed_try_take(&left) == CT_EMPTY;
}
