// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The watchdog of the LM3S6965 as hal/ has watchdogs.
///
///     CT_WATCHDOG(dog, WATCHDOG, 50000000);                    // claims it; core clock in Hz
///
///     CT_MUST(ct_watchdog_start(dog, 500000));                 // half a second at least
///     ct_watchdog_feed(dog);
///
/// Up to 171 s at 50 MHz. It comes to zero twice: the first time makes the interrupt WATCHDOG, which may
/// save what is to be saved, the second one resets. It stands still while a debugger halts the core, and
/// cannot be stopped. Any context feeds it. Data sheet DS-LM3S6965-12746.2515, 10.
#ifndef CORTEN_WATCHDOG_TIMER_H
#define CORTEN_WATCHDOG_TIMER_H

#include <corten/claim.h>
#include <corten/hal/watchdog.h>
#include <corten/registers.h>

/// At file scope: `struct ct_watchdog NAME`. Refused: if it is claimed already.
#define CT_WATCHDOG(name, instance, clock_hz)                                                      \
    CT_CLAIM_(instance);                                                                           \
    _Static_assert((clock_hz) % 1000000 == 0, "the clock must be whole MHz");                      \
    ct_outline enum ct_error name##_start_(void *object, uint32_t microseconds) {                  \
        (void)object;                                                                              \
        return ct_watchdog_timer_start(microseconds, (clock_hz) / 1000000u);                       \
    }                                                                                              \
    ct_inline void name##_feed_(void *object) {                                                    \
        (void)object;                                                                              \
        ct_watchdog_timer_feed();                                                                  \
    }                                                                                              \
    static const struct ct_watchdog_ops name##_dog_ops_ = {name##_start_, name##_feed_, NULL};     \
    static const __attribute__((unused)) struct ct_watchdog name = {&name##_dog_ops_, NULL}

enum { CT_WATCHDOG_KEY_ = 0x1ACCE551 };

/// What ct_watchdog_start() does. CT_OUT_OF_RANGE: 0, or more than 2^33 cycles.
ct_inline enum ct_error ct_watchdog_timer_start(uint32_t microseconds, uint32_t cycles_per_us) {
    const uint64_t half = ((uint64_t)microseconds * cycles_per_us + 1u) / 2u;
    if (microseconds == 0 || half > 0xFFFFFFFFu) return CT_OUT_OF_RANGE;
    reg_set(SYSCTL->RCGC0, SYSCTL_RCGC0_WDT);
    (void)reg_raw(SYSCTL->RCGC0); // three cycles until it answers
    (void)reg_raw(SYSCTL->RCGC0);
    reg_write_raw(WATCHDOG->LOCK, CT_WATCHDOG_KEY_);
    reg_write_raw(WATCHDOG->LOAD, (uint32_t)half);
    reg_write(WATCHDOG->TEST, WATCHDOG_TEST_STALL(1));
    reg_write(WATCHDOG->CTL, WATCHDOG_CTL_INTEN(1), WATCHDOG_CTL_RESEN(1));
    reg_write_raw(WATCHDOG->ICR, 1u);
    reg_write_raw(WATCHDOG->LOCK, 0u);
    return CT_OK;
}

/// What ct_watchdog_feed() does.
ct_inline void ct_watchdog_timer_feed(void) {
    reg_write_raw(WATCHDOG->LOCK, CT_WATCHDOG_KEY_);
    reg_write_raw(WATCHDOG->ICR, 1u); // begins anew
    reg_write_raw(WATCHDOG->LOCK, 0u);
}

#endif
