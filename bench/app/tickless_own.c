// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The application's own clock without a tick, on a counter of 24 bits.
// row own_now "the time from a counter of 24 bits, half periods"
// row own_after "spawn_after without a tick, first of all, the alarm set"
// row own_body "timer event without a tick, with a u32: to the task's body": from TIMER3A_Handler to bench_stop_own_body
// row own_event "timer event without a tick, with a u32: in all": from TIMER3A_Handler to bench_stop_own_event
// firmware: FAULTS plain
#include "../bench.h"
#include <corten/app.h>
#include <corten/semihosting.h>
#include <corten/tickless.h>

CT_IDLE(idle);
CT_TASK_WITH(report, 1, uint32_t, 1);
CT_APP(DISPATCHERS(GPIOB), TASKS(idle, report), TICKLESS(TIMER3A, 12000000, 12000000));

static volatile unsigned reports;
void init(struct init_task self) { (void)self; }
void report(struct report_task self, uint32_t message) {
    (void)self;
    BENCH_STOP(own_body);
    reports = reports + 1;
    BENCH_KEEP(message);
}

static void measure(void) {
    const unsigned before = reports;
    BENCH_START(own_now);
    const struct ct_instant now = ct_now();
    BENCH_STOP(own_now);
    BENCH_KEEP(now.tick);
    BENCH_START(own_after);
    CT_IGNORE(report_spawn_after(CT_MS(2), 1));
    BENCH_STOP(own_after);
    while (reports == before) CT_COMPILER_BARRIER();
    BENCH_STOP(own_event);
}

void idle(struct idle_task self) {
    (void)self;
    for (volatile unsigned n = 0; n < 3; n = n + 1) measure();
    ct_semihosting_exit(0);
}
