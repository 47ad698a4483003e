// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Thread-Metric 2, cooperative scheduling: five tasks of one priority, each counts and gives way to the
// next. A task that runs to completion gives way by its end, so each sends for itself and ends; the
// queue of the priority makes it the last of five. One operation is from one body to the next.
// row cooperative "Thread-Metric, cooperative scheduling": aim 20, take max, beside FreeRTOS 58 ThreadX 66
// firmware: FAULTS plain
#include "../bench.h"
#include <corten/app.h>
#include <corten/semihosting.h>

CT_TASK(one, 1);
CT_TASK(two, 1);
CT_TASK(three, 1);
CT_TASK(four, 1);
CT_TASK(five, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(one, two, three, four, five));

static uint32_t counters[5];

void init(struct init_task self) {
    (void)self;
    CT_MUST(one_spawn());
    CT_MUST(two_spawn());
    CT_MUST(three_spawn());
    CT_MUST(four_spawn());
    CT_MUST(five_spawn());
}
void one(struct one_task self) {
    (void)self;
    counters[0]++;
    if (counters[0] == 4) ct_semihosting_exit(0);
    CT_IGNORE(one_spawn());
}
void two(struct two_task self) {
    (void)self;
    counters[1]++;
    CT_IGNORE(two_spawn());
}
// The third of five: neither the first nor the last that the dispatcher knows.
void three(struct three_task self) {
    (void)self;
    BENCH_START(cooperative);
    counters[2]++;
    CT_IGNORE(three_spawn());
}
void four(struct four_task self) {
    (void)self;
    BENCH_STOP(cooperative);
    counters[3]++;
    CT_IGNORE(four_spawn());
}
void five(struct five_task self) {
    (void)self;
    counters[4]++;
    CT_IGNORE(five_spawn());
}
