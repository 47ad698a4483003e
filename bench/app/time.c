// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The clock's tick: with nothing queued, with nothing due, and with a message that is due.
// row tick_empty "timer tick, empty queue": aim 8, beside RTIC 33/28, from SysTick_Handler to bench_stop_tick_empty
// row tick_not_due "timer tick, nothing due": aim 14, from SysTick_Handler to bench_stop_tick_not_due
// row event "timer event: tick, message, task, in all": aim 110, from SysTick_Handler to bench_stop_event
// row event_u32 "timer event with a u32: in all": aim 110, beside RTIC 253/231, from SysTick_Handler to bench_stop_event_u32
// row body "timer event with a u32: to the task's body": aim 60, beside RTIC 114/129, from SysTick_Handler to bench_stop_body
// row body_of_four "timer event with a u32, three more waiting: to the task's body": aim 70, take max, beside RTIC 138/199, from SysTick_Handler to bench_stop_body_of_four
// row event_of_four "timer event with a u32, three more waiting: in all": take max, from SysTick_Handler to bench_stop_event_of_four
// firmware: FAULTS plain
#include "../bench.h"
#include <corten/app.h>
#include <corten/semihosting.h>

CT_IDLE(idle);
CT_TASK(blink, 1);
CT_TASK_WITH(report, 2, uint32_t, 1);
CT_TASK_WITH(of_four, 3, uint32_t, 4);

CT_APP(DISPATCHERS(GPIOB, GPIOC, GPIOD), TASKS(idle, blink, report, of_four), MONOTONIC(SysTick, 1000, 12000000));

void init(struct init_task self) {
    (void)self;
    ct_port_enable(UART0_IRQn, 2);
    ct_port_enable(UART1_IRQn, 1);
}
void blink(struct blink_task self) { (void)self; }
void report(struct report_task self, uint32_t message) {
    (void)self;
    BENCH_STOP(body);
    BENCH_KEEP(message);
}
void of_four(struct of_four_task self, uint32_t message) {
    (void)self;
    BENCH_STOP(body_of_four);
    BENCH_KEEP(message);
}

// By hand: a counter, one deadline, a flag, and an interrupt that looks at it.
static volatile uint32_t now, due;
static volatile bool armed, sent;
static CT_NOINLINE void it_is_due(void) {
    armed = false;
    sent = true;
    ct_port_post(UART1_IRQn);
}
void UART1_Handler(void);
void UART1_Handler(void) {
    if (sent) sent = false;
}
void UART0_Handler(void);
void UART0_Handler(void) {
    BENCH_START(tick_empty_by_hand);
    BENCH_START(tick_not_due_by_hand);
    BENCH_START(event_by_hand);
    now = now + 1;
    if (armed && now == due) it_is_due();
}

static void measure_by_hand(void) {
    volatile uint32_t *pend = &CT_NVIC_ISPR(0);
    uint32_t bit = 1u << UART0_IRQn;
    BENCH_HIDE(pend);
    BENCH_HIDE(bit);
    armed = false;
    *pend = bit;
    BENCH_STOP(tick_empty_by_hand);
    due = now + 2;
    armed = true;
    *pend = bit;
    BENCH_STOP(tick_not_due_by_hand);
    *pend = bit;
    BENCH_STOP(event_by_hand);
}

static void measure(void) {
    volatile uint32_t *pend = &CT_SCB_ICSR;
    uint32_t bit = CT_ICSR_PEND_SYSTICK;
    BENCH_HIDE(pend);
    BENCH_HIDE(bit);
    *pend = bit;
    BENCH_STOP(tick_empty);
    CT_IGNORE(blink_spawn_after(CT_MS(2)));
    *pend = bit;
    BENCH_STOP(tick_not_due);
    *pend = bit;
    BENCH_STOP(event);
    CT_IGNORE(report_spawn_after(CT_MS(1), 1));
    *pend = bit;
    BENCH_STOP(event_u32);
    for (volatile uint32_t n = 1; n <= 4; n = n + 1) CT_IGNORE(of_four_spawn_after(CT_MS(n), n));
    *pend = bit;
    BENCH_STOP(event_of_four);
    *pend = bit;
    *pend = bit;
    *pend = bit;
}

void idle(struct idle_task self) {
    (void)self;
    for (volatile unsigned n = 0; n < 3; n = n + 1) measure(), measure_by_hand();
    ct_semihosting_exit(0);
}
