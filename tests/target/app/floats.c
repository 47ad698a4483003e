// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Floating-point work in idle, in two tasks of different priorities and in the interrupt above them,
// each preempting the one below in the middle of it: every result is to the bit the one that it is
// undisturbed, in registers as in FPSCR's flags. The core stacks the registers lazily, when the
// preemptor first uses one (DDI 0403E, B1.5.7); with BROKEN_STACKING it is told not to.

#include <corten/app.h>

#include "../check.h"

CT_IDLE(idle);
CT_TASK_WITH(low, 1, float, 1);
CT_TASK_WITH(high, 2, float, 1);
CT_INTERRUPT(edge, 3, TIMER0A);

CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(idle, low, high, edge));

#define TIMER(offset) (*(volatile uint32_t *)(0x40030000u + (offset)))
#define RCGC1         (*(volatile uint32_t *)0x400FE104u)
#define FPCCR         (*(volatile uint32_t *)0xE000EF34u) // DDI 0403E, B3.2.21

enum { ROUNDS = 2000, STEPS = 60 };
static volatile uint32_t edges, lows, highs, wrong;
static volatile float wanted[4];

/// Many values alive at once, so that they stand in many registers.
static CT_NOINLINE float work(float x) {
    __asm__ volatile("" ::: "memory"); // or the compiler would do it once for many calls
    float a = x, b = x + 1.0f, c = x * 2.0f, d = x - 3.0f, e = x * 0.5f, f = x + 7.0f, g = 1.0f, h = x;
    for (unsigned n = 0; n < STEPS; n++) {
        a = a * 0.5f + b;
        b = b * 0.25f - c;
        c = c * 0.125f + d;
        d = d * 0.5f + e * f;
        e = e * 0.25f - g;
        f = f * 0.5f + h / (a * a + 1.0f);
        g = g * 0.75f + a;
        h = h * 0.5f - b;
    }
    return a + b + c + d + e + f + g + h;
}
static void compare(unsigned who, float x) {
    if (__builtin_memcmp(&x, &(float){wanted[who]}, sizeof x) != 0) wrong = wrong + 1;
}

void init(struct init_task self) {
    (void)self;
    for (unsigned who = 0; who < 4; who++) wanted[who] = work((float)who + 1.5f);
#ifdef BROKEN_STACKING
    FPCCR = 0; // and forget that thread mode has used the registers (CONTROL.FPCA, B1.4.4)
    __asm__ volatile("mrs r0, control\n\tbic r0, r0, #4\n\tmsr control, r0\n\tisb" ::: "r0", "memory");
#else
    CHECK_EQUAL(FPCCR >> 30, 3); // ASPEN and LSPEN: automatic and lazy
#endif
    RCGC1 |= 1u << 16;
    TIMER(0x00) = 0;   // GPTMCFG: 32 bits (LM3S6965 data sheet, chapter 11)
    TIMER(0x04) = 2;   // GPTMTAMR: periodic
    TIMER(0x28) = 211; // GPTMTAILR
    TIMER(0x18) = 1;   // GPTMIMR: time-out
    TIMER(0x0C) = 1;   // GPTMCTL: goes
}
/// Uses all registers that a function need not preserve.
static void scribble(void) {
    __asm__ volatile("vmov s0, s1, %0, %0\n\tvmov s2, s3, %0, %0\n\tvmov s4, s5, %0, %0\n\t"
                     "vmov s6, s7, %0, %0\n\tvmov s8, s9, %0, %0\n\tvmov s10, s11, %0, %0\n\t"
                     "vmov s12, s13, %0, %0\n\tvmov s14, s15, %0, %0" ::"r"(edges)
                     : "s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "s12",
                       "s13", "s14", "s15");
}
void edge(struct edge_task self) {
    (void)self;
    scribble();
    TIMER(0x24) = 1; // GPTMICR
    TIMER(0x28) = 211 + (edges * 7u) % 97u;
    edges = edges + 1;
    if (edges % 4 == 0) CT_IGNORE(low_spawn(2.5f));
    if (edges % 3 == 0) CT_IGNORE(high_spawn(3.5f));
    if (edges % 2 == 0) compare(3, work(4.5f));
}
void low(struct low_task self, float x) {
    (void)self;
    lows = lows + 1;
    compare(1, work(x));
}
void high(struct high_task self, float x) {
    (void)self;
    highs = highs + 1;
    compare(2, work(x));
}
void idle(struct idle_task self) {
    (void)self;
    for (unsigned n = 0; n < ROUNDS; n++) compare(0, work(1.5f));
    while (lows < 10 || highs < 10) CT_COMPILER_BARRIER();
    if (wrong) {
        say("wrong ", wrong);
        ct_semihosting_exit(1);
    }
    ct_semihosting_print("all as undisturbed\n");
    DONE();
}
