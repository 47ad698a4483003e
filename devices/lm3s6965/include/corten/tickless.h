// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Counters of the LM3S6965 for TICKLESS and CT_TICKLESS. Its timers cannot count freely and compare at
/// once, so each of these is a counter and a timer that counts down to the alarm:
///
///     CT_TICKLESS(fine, 3, TIMER3A, 12000000, 12000000);       // in cycles of the core
///
/// | source | counter | alarm | bits | rate |
/// |---|---|---|---|---|
/// | TIMER0A | TIMER1 | TIMER0 | 32 | the core's |
/// | TIMER2B | TIMER2A | TIMER2B | 16 | the core's divided by up to 256 |
/// | TIMER3A | SysTick | TIMER3 | 24 | the core's; no tick on SysTick then |
///
/// TIMER0A and TIMER1A can also be the tick of a MONOTONIC or CT_MONOTONIC.
///
/// QEMU's timers cannot be read and have no mode of 16 bits, so only TIMER3A works there. Data sheet
/// DS-LM3S6965-12746.2515, 3.1 (SysTick), 5.4 (RCGC1), 9.2 and 9.4 (timers).
#ifndef CORTEN_TICKLESS_H
#define CORTEN_TICKLESS_H

#include <corten/claim.h>
#include <corten/cortex_m.h>
#include <corten/registers.h>

ct_inline void ct_lm3s_timer_on_(uint32_t bit) {
    reg_write_raw(SYSCTL->RCGC1, reg_raw(SYSCTL->RCGC1) | 1u << bit);
    (void)reg_raw(SYSCTL->RCGC1); // three cycles until it answers; a bus fault before
    (void)reg_raw(SYSCTL->RCGC1);
}

/// A timer of 32 bits that counts down once and then interrupts.
ct_inline void ct_lm3s_alarm_prepare_(struct TIMER_regs *timer) {
    reg_write_raw(timer->CTL, 0u);
    reg_write(timer->CFG, TIMER_CFG_CFG_Bits32);
    reg_write(timer->TAMR, TIMER_TAMR_TAMR_OneShot);
    reg_write(timer->IMR, TIMER_IMR_TATO(1));
}
ct_inline void ct_lm3s_alarm_(struct TIMER_regs *timer, uint32_t cycles) {
    reg_write_raw(timer->CTL, 0u);
    reg_write(timer->ICR, TIMER_ICR_TATO(1));
    reg_write_raw(timer->TAILR, cycles ? cycles : 1u);
    reg_write(timer->CTL, TIMER_CTL_TAEN(1));
}

/* ---- ticks */

#define CT_LM3S_TICK_(source, timer, bit)                                                          \
    ct_inline void source##_tick_start(uint32_t cycles) {                                          \
        ct_lm3s_timer_on_(bit);                                                                    \
        ct_lm3s_alarm_prepare_(timer);                                                             \
        reg_write(timer->TAMR, TIMER_TAMR_TAMR_Periodic);                                          \
        reg_write_raw(timer->TAILR, cycles);                                                       \
        reg_write(timer->CTL, TIMER_CTL_TAEN(1));                                                  \
    }                                                                                              \
    ct_inline void source##_tick_acknowledge(void) { reg_write(timer->ICR, TIMER_ICR_TATO(1)); }
CT_LM3S_TICK_(TIMER0A, TIMER0, 16)
CT_LM3S_TICK_(TIMER1A, TIMER1, 17)
enum { TIMER0A_tick_most_cycles = 0x7FFFFFFF, TIMER1A_tick_most_cycles = 0x7FFFFFFF };

/* ---- TIMER0A: TIMER1 counts */

enum { TIMER0A_counter_bits = 32, TIMER0A_counter_least = 1 };
#define TIMER0A_COUNTER_DIVIDES(n) ((n) == 1)
#define TIMER0A_COUNTER_CLAIMS     CT_CLAIM_(TIMER0); CT_CLAIM_(TIMER1);
ct_inline void TIMER0A_counter_prepare(uint32_t divider) {
    (void)divider;
    ct_lm3s_timer_on_(16);
    ct_lm3s_timer_on_(17);
    ct_lm3s_alarm_prepare_(TIMER0);
    reg_write_raw(TIMER1->CTL, 0u);
    reg_write(TIMER1->CFG, TIMER_CFG_CFG_Bits32);
    reg_write(TIMER1->TAMR, TIMER_TAMR_TAMR_Periodic);
    reg_write_raw(TIMER1->TAILR, ~0u); // and so TAR: 0 has been counted
}
ct_inline void TIMER0A_counter_start(void) { reg_write(TIMER1->CTL, TIMER_CTL_TAEN(1)); }
ct_inline uint32_t TIMER0A_counter_read(void) { return ~reg_raw(TIMER1->TAR); }
ct_inline void TIMER0A_counter_alarm(uint32_t at) {
    ct_lm3s_alarm_(TIMER0, at - TIMER0A_counter_read());
}
ct_inline void TIMER0A_counter_acknowledge(void) { reg_write(TIMER0->ICR, TIMER_ICR_TATO(1)); }

/* ---- TIMER2B: TIMER2A counts */

enum { TIMER2B_counter_bits = 16, TIMER2B_counter_least = 2 }; // the prescalers are not in step
#define TIMER2B_COUNTER_DIVIDES(n) ((n) >= 1 && (n) <= 256)
#define TIMER2B_COUNTER_CLAIMS     CT_CLAIM_(TIMER2);
ct_inline void TIMER2B_counter_prepare(uint32_t divider) {
    ct_lm3s_timer_on_(18);
    reg_write_raw(TIMER2->CTL, 0u);
    reg_write(TIMER2->CFG, TIMER_CFG_CFG_Bits16);
    reg_write(TIMER2->TAMR, TIMER_TAMR_TAMR_Periodic);
    reg_write(TIMER2->TBMR, TIMER_TBMR_TBMR_OneShot);
    reg_write_raw(TIMER2->TAPR, divider - 1u);
    reg_write_raw(TIMER2->TBPR, divider - 1u);
    reg_write_raw(TIMER2->TAILR, 0xFFFFu);
    reg_write(TIMER2->IMR, TIMER_IMR_TBTO(1));
}
ct_inline void TIMER2B_counter_start(void) { reg_write(TIMER2->CTL, TIMER_CTL_TAEN(1)); }
ct_inline uint32_t TIMER2B_counter_read(void) { return ~reg_raw(TIMER2->TAR) & 0xFFFFu; }
ct_inline void TIMER2B_counter_alarm(uint32_t at) {
    reg_write(TIMER2->CTL, TIMER_CTL_TAEN(1));
    reg_write(TIMER2->ICR, TIMER_ICR_TBTO(1));
    const uint32_t ahead = (at - TIMER2B_counter_read()) & 0xFFFFu;
    reg_write_raw(TIMER2->TBILR, ahead ? ahead : 1u);
    reg_write(TIMER2->CTL, TIMER_CTL_TAEN(1), TIMER_CTL_TBEN(1));
}
ct_inline void TIMER2B_counter_acknowledge(void) { reg_write(TIMER2->ICR, TIMER_ICR_TBTO(1)); }

/* ---- TIMER3A: SysTick counts */

enum { TIMER3A_counter_bits = 24, TIMER3A_counter_least = 1 };
#define TIMER3A_COUNTER_DIVIDES(n) ((n) == 1)
#define TIMER3A_COUNTER_CLAIMS     CT_CLAIM_(TIMER3); CT_CLAIM_(SysTick);
ct_inline void TIMER3A_counter_prepare(uint32_t divider) {
    (void)divider;
    ct_lm3s_timer_on_(19);
    ct_lm3s_alarm_prepare_(TIMER3);
    CT_SYSTICK_CTRL = 0;
    CT_SYSTICK_LOAD = 0xFFFFFFu;
    CT_SYSTICK_VAL = 0; // as if it had counted all the way
}
ct_inline void TIMER3A_counter_start(void) {
    CT_SYSTICK_CTRL = CT_SYSTICK_ENABLE | CT_SYSTICK_CORE_CLOCK;
}
ct_inline uint32_t TIMER3A_counter_read(void) { return (0u - CT_SYSTICK_VAL) & 0xFFFFFFu; }
ct_inline void TIMER3A_counter_alarm(uint32_t at) {
    ct_lm3s_alarm_(TIMER3, (at - TIMER3A_counter_read()) & 0xFFFFFFu);
}
ct_inline void TIMER3A_counter_acknowledge(void) { reg_write(TIMER3->ICR, TIMER_ICR_TATO(1)); }

#endif
