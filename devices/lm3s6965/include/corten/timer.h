// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Count-down timers on the general-purpose timers of the LM3S6965, 32 bits of the core clock.
///
///     CT_TIMER_COUNTDOWN(pause, TIMER0, 50000000);             // claims TIMER0; core clock in Hz
///
///     ct_timer_enable(pause);                                  // once, in init
///     CT_MUST(ct_countdown_start(CT_COUNTDOWN_OF(pause), 250000)); // as hal/ sees it
///
/// Up to 2^32 cycles: 85 s at 50 MHz. Data sheet DS-LM3S6965-12746.2515, 9.3.1.
#ifndef CORTEN_TIMER_H
#define CORTEN_TIMER_H

#include <corten/claim.h>
#include <corten/hal/timer.h>
#include <corten/registers.h>

struct ct_timer_countdown {
    struct TIMER_regs *registers;
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
#define CT_TIMER_PAIR_(address, bit) CT_REG_AT(TIMER_regs, address), bit

// (address, bit of RCGC1): data sheet, table 2-8 and register 22 of chapter 5
#define CT_TIMER_OF_TIMER0 (0x40030000u, 16)
#define CT_TIMER_OF_TIMER1 (0x40031000u, 17)
#define CT_TIMER_OF_TIMER2 (0x40032000u, 18)
#define CT_TIMER_OF_TIMER3 (0x40033000u, 19)

#define CT_TIMER_MAKE_(clock_hz, ...) {__VA_ARGS__, (clock_hz) / 1000000}

/// The timer as a count-down timer of hal/.
#define CT_COUNTDOWN_OF(name) ((struct ct_countdown){&ct_timer_countdown_ops, (void *)(uintptr_t)&(name)})

/// Gives the timer its clock: once, before anything else is done with it. Init.
ct_inline void ct_timer_enable(struct ct_timer_countdown timer) {
    reg_write_raw(SYSCTL->RCGC1, reg_raw(SYSCTL->RCGC1) | 1u << timer.enable_bit);
    (void)reg_raw(SYSCTL->RCGC1); // three cycles until it answers; a bus fault before
    (void)reg_raw(SYSCTL->RCGC1);
}

ct_inline enum ct_error ct_timer_countdown_start_(void *object, uint32_t microseconds) {
    const struct ct_timer_countdown *timer = object;
    const uint64_t cycles = (uint64_t)microseconds * timer->cycles_per_us;
    if (cycles == 0 || cycles > 0xFFFFFFFFu) return CT_OUT_OF_RANGE;
    reg_write_raw(timer->registers->CTL, 0u);
    reg_write(timer->registers->CFG, TIMER_CFG_CFG_Bits32);
    reg_write(timer->registers->TAMR, TIMER_TAMR_TAMR_OneShot);
    reg_write_raw(timer->registers->TAILR, (uint32_t)cycles);
    reg_write(timer->registers->ICR, TIMER_ICR_TATO(1));
    reg_write(timer->registers->CTL, TIMER_CTL_TAEN(1));
    return CT_OK;
}

ct_inline enum ct_error ct_timer_countdown_wait_(void *object) {
    const struct ct_timer_countdown *timer = object;
    if (reg_get(timer->registers->RIS, TIMER_RIS_TATO)) {
        reg_write(timer->registers->ICR, TIMER_ICR_TATO(1));
        reg_write_raw(timer->registers->TAMR, 0u); // tells wait() and cancel() that it is over
        return CT_OK;
    }
    return reg_raw(timer->registers->TAMR) ? CT_WOULD_BLOCK : CT_INVALID;
}

ct_inline enum ct_error ct_timer_countdown_cancel_(void *object) {
    const struct ct_timer_countdown *timer = object;
    if (!reg_raw(timer->registers->TAMR)) return CT_INVALID;
    reg_write_raw(timer->registers->CTL, 0u);
    reg_write_raw(timer->registers->TAMR, 0u);
    reg_write(timer->registers->ICR, TIMER_ICR_TATO(1));
    return CT_OK;
}

static const __attribute__((unused)) struct ct_countdown_ops ct_timer_countdown_ops = {
    ct_timer_countdown_start_, ct_timer_countdown_wait_, ct_timer_countdown_cancel_};

/* ---- periodic */

/// The timer as a periodic timer of hal/, instead of a count-down timer. It cannot tell how many periods
/// were missed: a late wait is CT_OK, once.
#define CT_PERIODIC_OF(name) ((struct ct_periodic){&ct_timer_periodic_ops, (void *)(uintptr_t)&(name)})

ct_outline enum ct_error ct_timer_periodic_start_(void *object, uint32_t microseconds) {
    const struct ct_timer_countdown *timer = object;
    const uint64_t cycles = (uint64_t)microseconds * timer->cycles_per_us;
    if (cycles == 0 || cycles > 0x100000000u) return CT_OUT_OF_RANGE;
    reg_write_raw(timer->registers->CTL, 0u);
    reg_write(timer->registers->CFG, TIMER_CFG_CFG_Bits32);
    reg_write(timer->registers->TAMR, TIMER_TAMR_TAMR_Periodic);
    reg_write_raw(timer->registers->TAILR, (uint32_t)(cycles - 1u));
    reg_write(timer->registers->ICR, TIMER_ICR_TATO(1));
    reg_write(timer->registers->CTL, TIMER_CTL_TAEN(1));
    return CT_OK;
}
ct_inline enum ct_error ct_timer_periodic_wait_(void *object) {
    const struct ct_timer_countdown *timer = object;
    if (!reg_raw(timer->registers->TAMR)) return CT_INVALID;
    if (!reg_get(timer->registers->RIS, TIMER_RIS_TATO)) return CT_WOULD_BLOCK;
    reg_write(timer->registers->ICR, TIMER_ICR_TATO(1));
    return CT_OK;
}
static const __attribute__((unused)) struct ct_periodic_ops ct_timer_periodic_ops = {
    ct_timer_periodic_start_, ct_timer_periodic_wait_, ct_timer_countdown_cancel_};

#endif
