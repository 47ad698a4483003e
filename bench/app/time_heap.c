// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Seventeen delayed messages: one more than wait in a list, so they wait in a heap.
// row heap_body "timer event with a u32, 15 more waiting in the heap: to the task's body": take max, from SysTick_Handler to bench_stop_heap_body
// row heap_event "timer event with a u32, 15 more waiting in the heap: in all": take max, from SysTick_Handler to bench_stop_heap_event
// row heap_last "spawn_after, behind 15 in the heap"
// row heap_first "spawn_after, before 15 in the heap"
// row heap_cancel "cancel, behind 15 in the heap"
// firmware: FAULTS plain
#include "../bench.h"
#include <corten/app.h>
#include <corten/semihosting.h>

CT_IDLE(idle);
CT_TASK_WITH(report, 1, uint32_t, 17);
CT_APP(DISPATCHERS(GPIOB), TASKS(idle, report), MONOTONIC(SysTick, 1000, 12000000));

void init(struct init_task self) { (void)self; }
void report(struct report_task self, uint32_t message) {
    (void)self;
    BENCH_STOP(heap_body);
    BENCH_KEEP(message);
}

static CT_NOINLINE void tick(void) { CT_SCB_ICSR = CT_ICSR_PEND_SYSTICK; }

static void measure(void) {
    struct report_handle last = {};
    CT_IGNORE(report_spawn_after(CT_MS(4), 1));
    CT_IGNORE(report_spawn_after(CT_MS(2), 2));
    CT_IGNORE(report_spawn_after(CT_MS(3), 3));
    for (uint32_t n = 5; n < 17; n++) CT_IGNORE(report_spawn_after((struct ct_duration){n}, n));
    BENCH_START(heap_last);
    CT_IGNORE(report_schedule_after(CT_MS(40), 4, &last));
    BENCH_STOP(heap_last);
    BENCH_START(heap_cancel);
    CT_IGNORE(report_cancel(last));
    BENCH_STOP(heap_cancel);
    BENCH_START(heap_first);
    CT_IGNORE(report_spawn_after(CT_MS(1), 5));
    BENCH_STOP(heap_first);
    volatile uint32_t *pend = &CT_SCB_ICSR;
    uint32_t bit = CT_ICSR_PEND_SYSTICK;
    BENCH_HIDE(pend);
    BENCH_HIDE(bit);
    *pend = bit;
    BENCH_STOP(heap_event);
    for (volatile unsigned n = 0; n < 17; n = n + 1) tick();
}

void idle(struct idle_task self) {
    (void)self;
    for (volatile unsigned n = 0; n < 3; n = n + 1) measure();
    ct_semihosting_exit(0);
}
