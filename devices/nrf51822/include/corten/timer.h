// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Timers of the nRF51822: TIMER0 as the tick of a MONOTONIC (the chip has no SysTick), TIMER1 as a
/// count-down timer.
///
///     CT_APP(DISPATCHERS(SWI0), TASKS(blink), MONOTONIC(TIMER0, 1000, 16000000));
///
///     static struct ct_timer_countdown pause;
///     CT_MUST(ct_countdown_start(CT_COUNTDOWN_OF(pause), 250000));     // as hal/ sees it
///
/// nRF51 Series Reference Manual 3.0, 18.
#ifndef CORTEN_TIMER_H
#define CORTEN_TIMER_H

#include <corten/hal/timer.h>
#include <corten/registers.h>

/// From now on TIMER0's handler runs every `cycles` of 16 MHz.
ct_inline void TIMER0_tick_start(uint32_t cycles) {
    reg_write(TIMER0->TASKS_STOP, TIMER_TASKS_STOP_STOP(1));
    reg_write(TIMER0->MODE, TIMER_MODE_MODE_Timer);
    reg_write(TIMER0->BITMODE, TIMER_BITMODE_BITMODE_Bits32);
    reg_write(TIMER0->PRESCALER, TIMER_PRESCALER_PRESCALER(0));
    reg_write_raw(TIMER0->CC[0], cycles);
    reg_write(TIMER0->SHORTS, TIMER_SHORTS_COMPARE0_CLEAR(1));
    reg_write_raw(TIMER0->EVENTS_COMPARE[0], 0u);
    reg_write(TIMER0->TASKS_CLEAR, TIMER_TASKS_CLEAR_CLEAR(1));
    reg_write_raw(TIMER0->INTENSET, 1u << 16); // COMPARE0
    reg_write(TIMER0->TASKS_START, TIMER_TASKS_START_START(1));
}
enum { TIMER0_tick_most_cycles = 0x7FFFFFFF };

/// At the start of its handler.
ct_inline void TIMER0_tick_acknowledge(void) { reg_write_raw(TIMER0->EVENTS_COMPARE[0], 0u); }

/// What remains of a count-down on TIMER1, which has 16 bits and counts microseconds.
struct ct_timer_countdown {
    uint32_t left; ///< µs behind the period that runs
    bool running;
};

/// TIMER1 as a count-down timer of hal/. Between two looks at it (wait) no more than 65 ms may
/// pass, or the time gets longer; CT_BLOCK looks all the time.
#define CT_COUNTDOWN_OF(state) ((struct ct_countdown){&ct_timer_countdown_ops, &(state)})

ct_inline void ct_timer_countdown_period_(struct ct_timer_countdown *timer) {
    const uint32_t period = timer->left > 0xFFFFu ? 0xFFFFu : timer->left;
    timer->left -= period;
    reg_write(TIMER1->TASKS_STOP, TIMER_TASKS_STOP_STOP(1));
    reg_write(TIMER1->TASKS_CLEAR, TIMER_TASKS_CLEAR_CLEAR(1));
    reg_write_raw(TIMER1->CC[0], period);
    reg_write_raw(TIMER1->EVENTS_COMPARE[0], 0u);
    reg_write(TIMER1->TASKS_START, TIMER_TASKS_START_START(1));
}

ct_inline enum ct_error ct_timer_countdown_start_(void *object, uint32_t microseconds) {
    struct ct_timer_countdown *timer = object;
    if (microseconds == 0) return CT_OUT_OF_RANGE;
    reg_write(TIMER1->MODE, TIMER_MODE_MODE_Timer);
    reg_write(TIMER1->BITMODE, TIMER_BITMODE_BITMODE_Bits16); // it has no more
    reg_write(TIMER1->PRESCALER, TIMER_PRESCALER_PRESCALER(4)); // 1 MHz
    reg_write(TIMER1->SHORTS, TIMER_SHORTS_COMPARE0_STOP(1));
    timer->left = microseconds;
    timer->running = true;
    ct_timer_countdown_period_(timer);
    return CT_OK;
}

ct_inline enum ct_error ct_timer_countdown_wait_(void *object) {
    struct ct_timer_countdown *timer = object;
    if (!timer->running) return CT_INVALID;
    if (!reg_raw(TIMER1->EVENTS_COMPARE[0])) return CT_WOULD_BLOCK;
    if (timer->left) {
        ct_timer_countdown_period_(timer);
        return CT_WOULD_BLOCK;
    }
    timer->running = false;
    return CT_OK;
}

ct_inline enum ct_error ct_timer_countdown_cancel_(void *object) {
    struct ct_timer_countdown *timer = object;
    if (!timer->running) return CT_INVALID;
    reg_write(TIMER1->TASKS_STOP, TIMER_TASKS_STOP_STOP(1));
    timer->running = false;
    return CT_OK;
}

static const __attribute__((unused)) struct ct_countdown_ops ct_timer_countdown_ops = {
    ct_timer_countdown_start_, ct_timer_countdown_wait_, ct_timer_countdown_cancel_};

#endif
