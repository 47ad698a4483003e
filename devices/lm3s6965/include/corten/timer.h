// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Count-down timers on the general-purpose timers of the LM3S6965, 32 bits of the core clock.
///
///     CT_TIMER_COUNTDOWN(pause, TIMER0, 50000000);             // claims TIMER0; core clock in Hz
///
///     blink_led(BOARD_LED, CT_COUNTDOWN_OF(pause));            // as hal/ sees it
///
/// Up to 2^32 cycles: 85 s at 50 MHz. Data sheet DS-LM3S6965-12746.2515, 9.3.1.
#ifndef CORTEN_TIMER_H
#define CORTEN_TIMER_H

#include <corten/claim.h>
#include <corten/hal/timer.h>
#include <corten/registers.h>

struct ct_timer_countdown {
    struct ct_timer_registers *registers;
    uint8_t enable_bit;      ///< of RCGC1
    uint16_t cycles_per_us;
};

/// At file scope: claims TIMER0 to TIMER3 under a name. The clock must be whole MHz.
#define CT_TIMER_COUNTDOWN(name, instance, clock_hz)                                               \
    CT_CLAIM_(instance);                                                                           \
    CT_TIMER_COUNTDOWN_CLAIMED(name, instance, clock_hz)
/// The same without the claim, for headers whose source file has it.
#define CT_TIMER_COUNTDOWN_CLAIMED(name, instance, clock_hz)                                       \
    _Static_assert((clock_hz) % 1000000 == 0, "the clock must be whole MHz");                      \
    CT_TIMER_COUNTDOWN_(name, clock_hz, CT_TIMER_OF_##instance)
#define CT_TIMER_COUNTDOWN_(name, clock_hz, which)                                                 \
    static const __attribute__((unused)) struct ct_timer_countdown name =                          \
        CT_TIMER_MAKE_(clock_hz, CT_TIMER_PAIR_ which)
#define CT_TIMER_PAIR_(address, bit) (struct ct_timer_registers *)address, bit
#define CT_TIMER_MAKE_(clock_hz, ...) {__VA_ARGS__, (clock_hz) / 1000000}

/// The timer as a count-down timer of hal/.
#define CT_COUNTDOWN_OF(name) ((struct ct_countdown){&ct_timer_countdown_ops, (void *)(uintptr_t)&(name)})

ct_inline enum ct_error ct_timer_countdown_start_(void *object, uint32_t microseconds) {
    const struct ct_timer_countdown *timer = object;
    const uint64_t cycles = (uint64_t)microseconds * timer->cycles_per_us;
    if (cycles == 0 || cycles > 0xFFFFFFFFu) return CT_OUT_OF_RANGE;
    CT_SYSCTL->RCGC1 |= 1u << timer->enable_bit;
    (void)CT_SYSCTL->RCGC1;
    (void)CT_SYSCTL->RCGC1;
    timer->registers->CTL = 0;
    timer->registers->CFG = 0; // both halves as one
    timer->registers->TAMR = CT_TIMER_TAMR_ONE_SHOT;
    timer->registers->TAILR = (uint32_t)cycles;
    timer->registers->ICR = CT_TIMER_RIS_TATORIS;
    timer->registers->CTL = CT_TIMER_CTL_TAEN;
    return CT_OK;
}

ct_inline enum ct_error ct_timer_countdown_wait_(void *object) {
    const struct ct_timer_countdown *timer = object;
    if (timer->registers->RIS & CT_TIMER_RIS_TATORIS) {
        timer->registers->ICR = CT_TIMER_RIS_TATORIS;
        timer->registers->TAMR = 0; // tells wait() and cancel() that it is over
        return CT_OK;
    }
    return timer->registers->TAMR ? CT_WOULD_BLOCK : CT_INVALID;
}

ct_inline enum ct_error ct_timer_countdown_cancel_(void *object) {
    const struct ct_timer_countdown *timer = object;
    if (!timer->registers->TAMR) return CT_INVALID;
    timer->registers->CTL = 0;
    timer->registers->TAMR = 0;
    timer->registers->ICR = CT_TIMER_RIS_TATORIS;
    return CT_OK;
}

static const __attribute__((unused)) struct ct_countdown_ops ct_timer_countdown_ops = {
    ct_timer_countdown_start_, ct_timer_countdown_wait_, ct_timer_countdown_cancel_};

#endif
