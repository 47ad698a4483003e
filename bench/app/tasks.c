// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Tasks, locks and spawns, each beside the C that does only that.
// row pend "interrupt task: pend to end of an empty body": aim 2
// row spawn "spawn of a u32: to the task's body": aim 22, beside RTIC 51/36
// row spawn_all "spawn of a u32: in all": aim 30, beside RTIC 64/45
// row spawn_up "priority 1 spawns priority 2, a u32: to the body": aim 26, beside RTIC 62/40
// row spawn_of_two "spawn of a u32, two tasks on the dispatcher: to the body": take max
// row spawn_of_two_all "spawn of a u32, two tasks on the dispatcher: in all": aim 36, take max, beside RTIC 86/48
// row burst "burst of u32 into a queue of 8: a spawn": aim 16, take max, beside RTIC 38/69
// row further "burst of u32 into a queue of 8: from a body to that of the next message": aim 12, take min, beside RTIC 23/67
// row lock "lock and unlock": aim 4, beside RTIC 6/6
// row lock_at_ceiling "lock and unlock in a task at the ceiling": aim 0, beside RTIC 0/6
// firmware: FAULTS plain
#include "../bench.h"
#include <corten/app.h>
#include <corten/semihosting.h>

CT_IDLE(idle);
CT_INTERRUPT(edge, 3, GPIOA);
CT_TASK_WITH(report, 2, uint32_t, 1);
CT_TASK_WITH(first, 1, uint32_t, 1);
CT_TASK_WITH(second, 1, uint32_t, 1);
CT_TASK_WITH(upper, 4, uint32_t, 1);
CT_TASK_WITH(sender, 3, uint32_t, 1);
CT_TASK_WITH(many, 5, uint32_t, 8);
CT_SHARED(volatile uint32_t, shared, report, idle);

CT_APP(DISPATCHERS(GPIOB, GPIOC, GPIOD, GPIOE, GPIOF),
       TASKS(idle, edge, report, first, second, upper, sender, many));

void edge(struct edge_task self) { (void)self; }

void report(struct report_task self, uint32_t message) {
    (void)self;
    BENCH_STOP(spawn);
    BENCH_KEEP(message);
    BENCH_START(lock_at_ceiling);
    CT_LOCK(self, shared, s) (void)s;
    BENCH_STOP(lock_at_ceiling);
}
void first(struct first_task self, uint32_t message) {
    (void)self;
    BENCH_STOP(spawn_of_two);
    BENCH_KEEP(message);
}
void second(struct second_task self, uint32_t message) {
    (void)self;
    BENCH_KEEP(message);
}

void sender(struct sender_task self, uint32_t message) {
    (void)self;
    BENCH_HIDE(message);
    BENCH_START(spawn_up);
    CT_IGNORE(upper_spawn(message));
}
void upper(struct upper_task self, uint32_t message) {
    (void)self;
    BENCH_STOP(spawn_up);
    BENCH_KEEP(message);
}
static volatile uint32_t last;
void many(struct many_task self, uint32_t message) {
    (void)self;
    BENCH_STOP(further);
    last = message;
    BENCH_START(further);
}

// By hand.
void UART0_Handler(void);
void UART0_Handler(void) {}

static volatile uint32_t slot;
static volatile uint8_t is_full;
void UART1_Handler(void);
void UART1_Handler(void) {
    const uint32_t message = slot;
    is_full = 0;
    BENCH_STOP(spawn_by_hand);
    BENCH_KEEP(message);
}

static void measure(struct idle_task self) {
    volatile uint32_t *pend = &CT_NVIC_ISPR(0);
    uint32_t edge_bit = 1u << GPIOA_IRQn, hand_bit = 1u << UART0_IRQn, message = 7;
    BENCH_HIDE(pend);
    BENCH_HIDE(edge_bit);
    BENCH_HIDE(hand_bit);
    BENCH_HIDE(message);
    BENCH_START(pend);
    *pend = edge_bit;
    BENCH_STOP(pend);
    BENCH_START(pend_by_hand);
    *pend = hand_bit;
    BENCH_STOP(pend_by_hand);

    BENCH_START(spawn);
    BENCH_START(spawn_all);
    CT_IGNORE(report_spawn(message));
    BENCH_STOP(spawn_all);
    BENCH_START(spawn_by_hand);
    BENCH_START(spawn_all_by_hand);
    const ct_port_mask_t before = ct_port_mask();
    if (!is_full) {
        slot = message;
        is_full = 1;
        ct_port_post(UART1_IRQn);
    }
    ct_port_unmask(before);
    BENCH_STOP(spawn_all_by_hand);
    BENCH_START(spawn_of_two);
    BENCH_START(spawn_of_two_all);
    CT_IGNORE(first_spawn(message));
    BENCH_STOP(spawn_of_two_all);
    CT_IGNORE(second_spawn(message));

    CT_IGNORE(sender_spawn(message));
    CT_CRITICAL { // like a task that is more urgent
        for (uint32_t n = 0; n < 8; n++) {
            BENCH_HIDE(n);
            BENCH_START(burst);
            CT_IGNORE(many_spawn(n));
            BENCH_STOP(burst);
        }
    }

    BENCH_START(lock);
    CT_LOCK(self, shared, s) (void)s;
    BENCH_STOP(lock);
    BENCH_START(lock_by_hand);
    __asm__ volatile("mrs r1, basepri\n\tmovs r2, #0xC0\n\tmsr basepri, r2\n\tmsr basepri, r1" ::
                         : "r1", "r2", "memory");
    BENCH_STOP(lock_by_hand);
}

void init(struct init_task self) {
    (void)self;
    ct_port_enable(UART0_IRQn, 3);
    ct_port_enable(UART1_IRQn, 2);
}

void idle(struct idle_task self) {
    for (volatile unsigned n = 0; n < 3; n = n + 1) measure(self);
    ct_semihosting_exit(0);
}
