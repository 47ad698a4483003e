// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Thread-Metric 1, basic processing: one task computes over an array, nothing else happens. Its loop is
// the measure of what the compiler makes of plain C; the framework has no part in it.
// row basic "Thread-Metric, basic processing: a pass over 1,024 words": take max
// firmware: FAULTS plain
#include "../bench.h"
#include <corten/app.h>
#include <corten/semihosting.h>

enum { WORDS = 1024 };

CT_IDLE(idle);
CT_TASK(compute, 1);
static volatile uint32_t words[WORDS], passes;
CT_APP(DISPATCHERS(GPIOA), TASKS(idle, compute));

void init(struct init_task self) { (void)self; }
static void pass(void) {
    for (uint32_t i = 0; i < WORDS; i++) words[i] = (words[i] + passes) ^ words[i];
    passes = passes + 1;
}
void compute(struct compute_task self) {
    (void)self;
    BENCH_START(basic);
    pass();
    BENCH_STOP(basic);
}
void idle(struct idle_task self) {
    (void)self;
    for (volatile unsigned n = 0; n < 3; n = n + 1) CT_IGNORE(compute_spawn());
    ct_semihosting_exit(0);
}
