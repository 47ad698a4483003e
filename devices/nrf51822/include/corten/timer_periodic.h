// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A periodic timer of hal/ on TIMER2 of the nRF51822.
///
///     CT_MUST(ct_periodic_start(CT_TIMER_PERIODIC, 1000));     // every millisecond
///     CT_MUST(CT_BLOCK(ct_periodic_wait(CT_TIMER_PERIODIC)));
///     ct_timer_periodic_listen();                              // and its interrupt TIMER2 comes
///     CT_MUST(ct_periodic_cancel(CT_TIMER_PERIODIC));
///
/// Claimed where it is used: CT_CLAIM(TIMER2). 1 us to 2,097,120 us; above 65,535 us rounded up to a
/// multiple of 2, 4, 8, 16 or 32 us (it has 16 bits). It cannot tell how many periods were missed: a
/// late wait is CT_OK, once. nRF51 Series Reference Manual 3.0, 18.
#ifndef CORTEN_TIMER_PERIODIC_H
#define CORTEN_TIMER_PERIODIC_H

#include <corten/hal/timer.h>
#include <corten/registers.h>

/// TIMER2 as hal/ sees it.
#define CT_TIMER_PERIODIC ((struct ct_periodic){&ct_timer_periodic_ops, NULL})

/// The interrupt comes at the end of each period, until the wait has seen it; or not any more. Any
/// context.
ct_inline void ct_timer_periodic_listen(void) { reg_write_raw(TIMER2->INTENSET, 1u << 16); }
ct_inline void ct_timer_periodic_ignore(void) { reg_write_raw(TIMER2->INTENCLR, 1u << 16); }

ct_outline enum ct_error ct_timer_periodic_start_(void *object, uint32_t microseconds) {
    (void)object;
    uint32_t prescaler = 4, ticks = microseconds; // 1 MHz
    while (ticks > 0xFFFFu && prescaler < 10) {
        prescaler++;
        ticks = ticks / 2u + (ticks & 1u);
    }
    if (microseconds == 0 || prescaler > 9) return CT_OUT_OF_RANGE;
    reg_write(TIMER2->TASKS_STOP, TIMER_TASKS_STOP_STOP(1));
    reg_write(TIMER2->TASKS_CLEAR, TIMER_TASKS_CLEAR_CLEAR(1));
    reg_write(TIMER2->MODE, TIMER_MODE_MODE_Timer);
    reg_write(TIMER2->BITMODE, TIMER_BITMODE_BITMODE_Bits16);
    reg_write_raw(TIMER2->PRESCALER, prescaler);
    reg_write_raw(TIMER2->CC[0], ticks);
    reg_write(TIMER2->SHORTS, TIMER_SHORTS_COMPARE0_CLEAR(1));
    reg_write_raw(TIMER2->EVENTS_COMPARE[0], 0u);
    reg_write(TIMER2->TASKS_START, TIMER_TASKS_START_START(1));
    return CT_OK;
}

ct_inline enum ct_error ct_timer_periodic_wait_(void *object) {
    (void)object;
    if (!reg_raw(TIMER2->SHORTS)) return CT_INVALID; // the shortcut is there while it runs
    if (!reg_raw(TIMER2->EVENTS_COMPARE[0])) return CT_WOULD_BLOCK;
    reg_write_raw(TIMER2->EVENTS_COMPARE[0], 0u);
    return CT_OK;
}

ct_outline enum ct_error ct_timer_periodic_cancel_(void *object) {
    (void)object;
    if (!reg_raw(TIMER2->SHORTS)) return CT_INVALID;
    reg_write(TIMER2->TASKS_STOP, TIMER_TASKS_STOP_STOP(1));
    reg_write_raw(TIMER2->SHORTS, 0u);
    reg_write_raw(TIMER2->EVENTS_COMPARE[0], 0u);
    return CT_OK;
}

static const __attribute__((unused)) struct ct_periodic_ops ct_timer_periodic_ops = {
    ct_timer_periodic_start_, ct_timer_periodic_wait_, ct_timer_periodic_cancel_};

#endif
