// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// 100,000 locked increments in idle against locked increments in two timer interrupts of different
// priorities, at ever changing intervals: nothing is lost. The interrupts' own counts tell what the
// sum must be, and that they were many.

#include <corten/app.h>

#include "../check.h"

#ifndef ROUNDS // a broken lock is given several: how often the timers come is the host's matter
#    define ROUNDS 1
#endif

enum { INCREMENTS = 100000 };

CT_IDLE(idle);
#ifdef CT_PORT_RISCV // one timer; its handler pends the other line, which comes at its end
#    define TICK SPARE0
#    define FAST SysTick
#else
#    define TICK TIMER0A
#    define FAST TIMER1A
#endif
CT_INTERRUPT(tick, 1, TICK);
CT_INTERRUPT(fast, 2, FAST);

CT_SHARED(uint32_t, counter, idle, tick, fast);
CT_LOCAL(uint32_t, ticks, tick);
CT_LOCAL(uint32_t, fasts, fast);
CT_SHARED(uint32_t, seen, idle, tick, fast); // a copy under the same lock: the pair never differs

CT_APP(DISPATCHERS(), TASKS(idle, tick, fast));

#ifdef CT_PORT_RISCV
static void timer_start(unsigned n, uint32_t cycles) {
    if (n == 1) SysTick_tick_start(cycles);
}
static void timer_again(unsigned n, uint32_t shortest, uint32_t count) {
    if (n == 0) return;
    SysTick_tick_start(shortest + (count * 7u) % 31u);
    ct_port_post(SPARE0_IRQn);
}
#else
// General-purpose timers (LM3S6965 data sheet, DS-LM3S6965-12746.2515, chapter 11).
#define TIMER(n, offset) (*(volatile uint32_t *)(0x40030000u + 0x1000u * (n) + (offset)))
#define RCGC1            (*(volatile uint32_t *)0x400FE104u)

static void timer_start(unsigned n, uint32_t cycles) {
    RCGC1 |= 1u << (16 + n);
    TIMER(n, 0x0C) = 0;      // GPTMCTL: stopped
    TIMER(n, 0x00) = 0;      // GPTMCFG: 32 bits
    TIMER(n, 0x04) = 2;      // GPTMTAMR: periodic
    TIMER(n, 0x28) = cycles; // GPTMTAILR
    TIMER(n, 0x18) = 1;      // GPTMIMR: time-out
    TIMER(n, 0x0C) = 1;      // goes
}

/// The interval changes each time, so that no rhythm of the loop can hide from it.
static void timer_again(unsigned n, uint32_t shortest, uint32_t count) {
    TIMER(n, 0x24) = 1; // GPTMICR
    TIMER(n, 0x28) = shortest + (count * 7u) % 31u;
}
#endif

void init(struct init_task self) {
    (void)self;
    timer_start(0, 40);
    timer_start(1, 60);
}

void tick(struct tick_task self) {
    timer_again(0, SHORTEST, ++*CT_LOCAL_OF(self, ticks));
    CT_LOCK(self, counter, c) *c += 1;
    CT_LOCK(self, seen, s) *s += 1;
}

void fast(struct fast_task self) {
    timer_again(1, SHORTEST + 17, ++*CT_LOCAL_OF(self, fasts));
    CT_LOCK_ALL(self, (counter, c), (seen, s)) {
        *c += 1;
        *s += 1;
    }
}

/// With everything stopped: nothing has been lost so far.
static void compare(struct idle_task self, uint32_t increments) {
    const uint32_t wanted = increments + ticks_local + fasts_local;
    uint32_t counted = 0, copied = 0;
    CT_LOCK(self, counter, c) counted = *c;
    CT_LOCK(self, seen, s) copied = *s;
    if (counted == wanted && copied == wanted) return;
    say("lost ", (wanted - counted) + (wanted - copied));
    ct_semihosting_exit(1);
}

void idle(struct idle_task self) {
    for (unsigned round = 1; round <= ROUNDS; round++) {
        for (unsigned n = 0; n < INCREMENTS; n++) {
            CT_LOCK(self, counter, c) *c += 1;
            CT_LOCK(self, seen, s) *s += 1;
        }
        while (ticks_local < 100 || fasts_local < 100) CT_COMPILER_BARRIER(); // a very fast machine
        ct_port_mask_all();
        compare(self, round * INCREMENTS);
        ct_port_unmask_all();
    }
    CHECK(ticks_local >= 100 && fasts_local >= 100);
    ct_semihosting_print("nothing lost\n");
    DONE();
}
