// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Thread-Metric 4 and 5. Interrupt processing: a task raises an interrupt, whose handler counts and
// puts a semaphore, which the task then takes. A semaphore of one is a shared flag under lock here.
// Interrupt preemption processing: the handler resumes a task above the one that was interrupted;
// one operation is from raising the interrupt until the lowest goes on.
// row interrupt "Thread-Metric, interrupt processing": take max
// row interrupt_preemption "Thread-Metric, interrupt preemption processing": aim 35, take max, beside FreeRTOS 350 ThreadX 290
// firmware: FAULTS plain
#include "../bench.h"
#include <corten/app.h>
#include <corten/semihosting.h>

CT_TASK(lower, 1);
CT_TASK(upper, 2);
CT_INTERRUPT(raised, 3, GPIOC);
CT_INTERRUPT(resumes, 4, GPIOD);
CT_SHARED(uint32_t, semaphore, lower, raised);
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(lower, upper, raised, resumes));

static uint32_t handled, resumed, taken, rounds;

void init(struct init_task self) {
    (void)self;
    CT_MUST(lower_spawn());
}
void raised(struct raised_task self) {
    handled++;
    CT_LOCK(self, semaphore, s) *s = 1;
}
void resumes(struct resumes_task self) {
    (void)self;
    handled++;
    CT_IGNORE(upper_spawn());
}
void upper(struct upper_task self) {
    (void)self;
    resumed++;
}
void lower(struct lower_task self) {
    volatile uint32_t *pend = &CT_NVIC_ISPR(0);
    uint32_t raised_bit = 1u << GPIOC_IRQn, resumes_bit = 1u << GPIOD_IRQn;
    BENCH_HIDE(pend);
    BENCH_HIDE(raised_bit);
    BENCH_HIDE(resumes_bit);
    BENCH_START(interrupt);
    *pend = raised_bit;
    CT_LOCK(self, semaphore, s) {
        taken += *s;
        *s = 0;
    }
    BENCH_STOP(interrupt);
    BENCH_START(interrupt_preemption);
    *pend = resumes_bit;
    BENCH_STOP(interrupt_preemption);
    if (++rounds == 3) ct_semihosting_exit(taken == 3 && resumed == 3 ? 0 : 1);
    CT_IGNORE(lower_spawn());
}
