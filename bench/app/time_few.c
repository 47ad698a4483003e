// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Four delayed messages in all: they wait in a sorted list.
// row few_body "timer event with a u32, three more waiting in the list: to the task's body": aim 70, take max, from SysTick_Handler to bench_stop_few_body
// row few_event "timer event with a u32, three more waiting in the list: in all": aim 110, take max, from SysTick_Handler to bench_stop_few_event
// row few_last "spawn_after, behind three in the list"
// row few_first "spawn_after, before three in the list"
// row few_cancel "cancel, behind three in the list"
// firmware: FAULTS plain
#include "../bench.h"
#include <corten/app.h>
#include <corten/semihosting.h>

CT_IDLE(idle);
CT_TASK_WITH(report, 1, uint32_t, 4);
CT_APP(DISPATCHERS(GPIOB), TASKS(idle, report), MONOTONIC(SysTick, 1000, 12000000));

void init(struct init_task self) { (void)self; }
void report(struct report_task self, uint32_t message) {
    (void)self;
    BENCH_STOP(few_body);
    BENCH_KEEP(message);
}

static CT_NOINLINE void tick(void) { CT_SCB_ICSR = CT_ICSR_PEND_SYSTICK; }

static void measure(void) {
    struct report_handle last = {};
    CT_IGNORE(report_spawn_after(CT_MS(4), 1));
    CT_IGNORE(report_spawn_after(CT_MS(2), 2));
    CT_IGNORE(report_spawn_after(CT_MS(3), 3));
    BENCH_START(few_last);
    CT_IGNORE(report_schedule_after(CT_MS(9), 4, &last));
    BENCH_STOP(few_last);
    BENCH_START(few_cancel);
    CT_IGNORE(report_cancel(last));
    BENCH_STOP(few_cancel);
    BENCH_START(few_first);
    CT_IGNORE(report_spawn_after(CT_MS(1), 5));
    BENCH_STOP(few_first);
    volatile uint32_t *pend = &CT_SCB_ICSR;
    uint32_t bit = CT_ICSR_PEND_SYSTICK;
    BENCH_HIDE(pend);
    BENCH_HIDE(bit);
    *pend = bit;
    BENCH_STOP(few_event);
    for (volatile unsigned n = 0; n < 4; n = n + 1) tick();
}

void idle(struct idle_task self) {
    (void)self;
    for (volatile unsigned n = 0; n < 3; n = n + 1) measure();
    ct_semihosting_exit(0);
}
