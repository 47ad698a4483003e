// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A further clock without a tick, with instants of 64 bits, on a counter of 24.
// row wide_now "a time of 64 bits from a counter of 24, half periods"
// row wide_after "spawn_on a tickless clock of 64 bits, first of all, the alarm set"
// row wide_later "spawn_on a tickless clock of 64 bits, behind another"
// row wide_body "event of a tickless clock of 64 bits with a u32: to the task's body": from TIMER3A_Handler to bench_stop_wide_body
// row wide_event "event of a tickless clock of 64 bits with a u32: in all": from TIMER3A_Handler to bench_stop_wide_event
// firmware: FAULTS plain
#include "../bench.h"
#include <corten/app.h>
#include <corten/semihosting.h>
#include <corten/tickless.h>

CT_TICKLESS(fine, 1, TIMER3A, 12000000, 12000000);
CT_IDLE(idle);
CT_TASK_WITH(report, 1, uint32_t, 4);
CT_APP(DISPATCHERS(GPIOB), TASKS(idle, report), MONOTONICS(fine));

static volatile unsigned reports;
void init(struct init_task self) { (void)self; }
void report(struct report_task self, uint32_t message) {
    (void)self;
    BENCH_STOP(wide_body);
    reports = reports + 1;
    BENCH_KEEP(message);
}

static void measure(void) {
    const unsigned before = reports;
    BENCH_START(wide_now);
    const uint64_t now = fine_now().tick;
    BENCH_STOP(wide_now);
    const struct ct_deadline soon = fine_at((struct fine_instant){now + 20000}),
                             later = fine_at((struct fine_instant){now + 60000});
    BENCH_START(wide_after);
    CT_IGNORE(report_spawn_on(soon, 1));
    BENCH_STOP(wide_after);
    BENCH_START(wide_later);
    CT_IGNORE(report_spawn_on(later, 2));
    BENCH_STOP(wide_later);
    while (reports == before) CT_COMPILER_BARRIER();
    BENCH_STOP(wide_event);
    while (reports < before + 2) CT_COMPILER_BARRIER();
}

void idle(struct idle_task self) {
    (void)self;
    for (volatile unsigned n = 0; n < 3; n = n + 1) measure();
    ct_semihosting_exit(0);
}
