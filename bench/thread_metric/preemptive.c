// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Thread-Metric 3, preemptive scheduling: five tasks of five priorities; each counts, resumes the next
// higher one, which preempts it, and suspends itself. To resume is to send for a task here, to
// suspend is to end. One operation is the call that sends: it returns when the higher one has run.
// row preemptive "Thread-Metric, preemptive scheduling": aim 20, take max, beside FreeRTOS 271 ThreadX 222
// firmware: FAULTS plain
#include "../bench.h"
#include <corten/app.h>
#include <corten/semihosting.h>

CT_TASK(one, 1);
CT_TASK(two, 2);
CT_TASK(three, 3);
CT_TASK(four, 4);
CT_TASK(five, 5);
CT_APP(DISPATCHERS(GPIOA, GPIOB, GPIOC, GPIOD, GPIOE), TASKS(one, two, three, four, five));

static uint32_t counters[5];

void init(struct init_task self) {
    (void)self;
    CT_MUST(one_spawn());
}
void one(struct one_task self) {
    (void)self;
    counters[0]++;
    if (counters[0] == 4) ct_semihosting_exit(0);
    CT_IGNORE(two_spawn());
    CT_IGNORE(one_spawn());
}
void two(struct two_task self) {
    (void)self;
    counters[1]++;
    CT_IGNORE(three_spawn());
}
void three(struct three_task self) {
    (void)self;
    counters[2]++;
    CT_IGNORE(four_spawn());
}
void four(struct four_task self) {
    (void)self;
    counters[3]++;
    BENCH_START(preemptive);
    CT_IGNORE(five_spawn());
    BENCH_STOP(preemptive);
}
void five(struct five_task self) {
    (void)self;
    counters[4]++;
}
