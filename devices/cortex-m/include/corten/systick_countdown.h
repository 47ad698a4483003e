// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A count-down timer on SysTick, for applications without a MONOTONIC on it.
///
///     static struct ct_systick_countdown state = {.cycles_per_us = 168};
///     CT_MUST(ct_countdown_start(CT_SYSTICK_COUNTDOWN(&state), 250000));   // as hal/ sees it
///
/// Claimed where it is used: CT_CLAIM(SysTick). Between two looks at it (wait) no more than 2^24
/// cycles may pass (100 ms at 168 MHz), or the time gets longer; CT_BLOCK looks all the time.
/// ARM DDI 0403E, B3.3.
#ifndef CORTEN_SYSTICK_COUNTDOWN_H
#define CORTEN_SYSTICK_COUNTDOWN_H

#include <corten/cortex_m.h>
#include <corten/hal/timer.h>

struct ct_systick_countdown {
    uint16_t cycles_per_us; ///< core clock in MHz
    bool running;
    uint32_t periods; ///< how often the counter must still come to zero
};

#define CT_SYSTICK_COUNTDOWN(state) ((struct ct_countdown){&ct_systick_countdown_ops, (state)})

ct_inline enum ct_error ct_systick_countdown_start_(void *object, uint32_t microseconds) {
    struct ct_systick_countdown *timer = object;
    const uint64_t cycles = (uint64_t)microseconds * timer->cycles_per_us;
    if (cycles < 2) return CT_OUT_OF_RANGE;
    // a first period of what is left over, then whole ones of 2^24 cycles
    const uint32_t first = (uint32_t)((cycles - 1) & 0xFFFFFFu) + 1u;
    timer->periods = (uint32_t)((cycles - first) >> 24) + 1u;
    CT_SYSTICK_CTRL = 0;
    CT_SYSTICK_LOAD = first - 1u;
    CT_SYSTICK_VAL = 0;
    CT_SYSTICK_CTRL = CT_SYSTICK_ENABLE | CT_SYSTICK_CORE_CLOCK;
    if (timer->periods > 1) {
        while (CT_SYSTICK_VAL == 0) {} // until it has loaded the first period
        CT_SYSTICK_LOAD = 0xFFFFFFu;
    }
    timer->running = true;
    return CT_OK;
}

ct_inline enum ct_error ct_systick_countdown_wait_(void *object) {
    struct ct_systick_countdown *timer = object;
    if (!timer->running) return CT_INVALID;
    if (!(CT_SYSTICK_CTRL & 1u << 16)) return CT_WOULD_BLOCK; // COUNTFLAG, cleared by this read
    if (--timer->periods > 0) return CT_WOULD_BLOCK;
    CT_SYSTICK_CTRL = 0;
    timer->running = false;
    return CT_OK;
}

ct_inline enum ct_error ct_systick_countdown_cancel_(void *object) {
    struct ct_systick_countdown *timer = object;
    if (!timer->running) return CT_INVALID;
    CT_SYSTICK_CTRL = 0;
    timer->running = false;
    return CT_OK;
}

static const __attribute__((unused)) struct ct_countdown_ops ct_systick_countdown_ops = {
    ct_systick_countdown_start_, ct_systick_countdown_wait_, ct_systick_countdown_cancel_};

#endif
