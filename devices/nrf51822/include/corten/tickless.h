// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Counters of the nRF51822 for TICKLESS and CT_TICKLESS: TIMER0 with 32 bits, TIMER1 and TIMER2 with
/// 16 count 16 MHz, divided by a power of two up to 512; RTC0 and RTC1 with 24 bits count 32,768 Hz,
/// divided by up to 4,096, while everything else sleeps.
///
///     CT_TICKLESS(fine, 3, TIMER1, 1000000, 16000000);         // in microseconds
///
/// The low-frequency clock of an RTC must have been started by init. nRF51 Series Reference Manual
/// 3.0, 18 (TIMER) and 19 (RTC; 19.1.7: an RTC's compare value must be two ticks ahead).
#ifndef CORTEN_TICKLESS_H
#define CORTEN_TICKLESS_H

#include <corten/claim.h>
#include <corten/registers.h>

/// A timer: CC[0] is the alarm, CC[1] takes the value to be read.
#define CT_NRF51_TIMER_COUNTER_(source, bits)                                                      \
    enum { source##_counter_bits = (bits), source##_counter_least = 1 };                           \
    ct_inline void source##_counter_prepare(uint32_t divider) {                                    \
        reg_write(source->TASKS_STOP, TIMER_TASKS_STOP_STOP(1));                                   \
        reg_write(source->MODE, TIMER_MODE_MODE_Timer);                                            \
        reg_write(source->BITMODE, TIMER_BITMODE_BITMODE_Bits##bits);                              \
        reg_write_raw(source->PRESCALER, (uint32_t)__builtin_ctz(divider));                        \
        reg_write_raw(source->SHORTS, 0u);                                                         \
        reg_write(source->TASKS_CLEAR, TIMER_TASKS_CLEAR_CLEAR(1));                                \
        reg_write_raw(source->EVENTS_COMPARE[0], 0u);                                              \
        reg_write_raw(source->INTENSET, 1u << 16); /* COMPARE0 */                                  \
    }                                                                                              \
    ct_inline void source##_counter_start(void) {                                                  \
        reg_write(source->TASKS_START, TIMER_TASKS_START_START(1));                                \
    }                                                                                              \
    ct_inline uint32_t source##_counter_read(void) {                                               \
        reg_write_raw(source->TASKS_CAPTURE[1], 1u);                                               \
        return reg_raw(source->CC[1]);                                                             \
    }                                                                                              \
    ct_inline void source##_counter_alarm(uint32_t at) {                                           \
        reg_write_raw(source->EVENTS_COMPARE[0], 0u);                                              \
        reg_write_raw(source->CC[0], at);                                                          \
    }                                                                                              \
    ct_inline void source##_counter_acknowledge(void) {                                            \
        reg_write_raw(source->EVENTS_COMPARE[0], 0u);                                              \
    }
#define CT_NRF51_TIMER_DIVIDES_(n) ((n) >= 1 && (n) <= 512 && ((n) & ((n)-1)) == 0)
#define TIMER0_COUNTER_DIVIDES(n)  CT_NRF51_TIMER_DIVIDES_(n)
#define TIMER1_COUNTER_DIVIDES(n)  CT_NRF51_TIMER_DIVIDES_(n)
#define TIMER2_COUNTER_DIVIDES(n)  CT_NRF51_TIMER_DIVIDES_(n)
#define TIMER0_COUNTER_CLAIMS      CT_CLAIM_(TIMER0);
#define TIMER1_COUNTER_CLAIMS      CT_CLAIM_(TIMER1);
#define TIMER2_COUNTER_CLAIMS      CT_CLAIM_(TIMER2);
CT_NRF51_TIMER_COUNTER_(TIMER0, 32)
CT_NRF51_TIMER_COUNTER_(TIMER1, 16)
CT_NRF51_TIMER_COUNTER_(TIMER2, 16)

#define CT_NRF51_RTC_COUNTER_(source)                                                              \
    enum { source##_counter_bits = 24, source##_counter_least = 2 };                               \
    ct_inline void source##_counter_prepare(uint32_t divider) {                                    \
        reg_write(source->TASKS_STOP, RTC_TASKS_STOP_STOP(1));                                     \
        reg_write_raw(source->PRESCALER, divider - 1u);                                            \
        reg_write(source->TASKS_CLEAR, RTC_TASKS_CLEAR_CLEAR(1));                                  \
        reg_write_raw(source->EVENTS_COMPARE[0], 0u);                                              \
        reg_write_raw(source->EVTENSET, 1u << 16); /* COMPARE0 */                                  \
        reg_write_raw(source->INTENSET, 1u << 16);                                                 \
    }                                                                                              \
    ct_inline void source##_counter_start(void) {                                                  \
        reg_write(source->TASKS_START, RTC_TASKS_START_START(1));                                  \
    }                                                                                              \
    ct_inline uint32_t source##_counter_read(void) { return reg_raw(source->COUNTER); }            \
    ct_inline void source##_counter_alarm(uint32_t at) {                                           \
        reg_write_raw(source->EVENTS_COMPARE[0], 0u);                                              \
        reg_write_raw(source->CC[0], at);                                                          \
    }                                                                                              \
    ct_inline void source##_counter_acknowledge(void) {                                            \
        reg_write_raw(source->EVENTS_COMPARE[0], 0u);                                              \
    }
#define RTC0_COUNTER_DIVIDES(n) ((n) >= 1 && (n) <= 4096)
#define RTC1_COUNTER_DIVIDES(n) ((n) >= 1 && (n) <= 4096)
#define RTC0_COUNTER_CLAIMS     CT_CLAIM_(RTC0);
#define RTC1_COUNTER_CLAIMS     CT_CLAIM_(RTC1);
CT_NRF51_RTC_COUNTER_(RTC0)
CT_NRF51_RTC_COUNTER_(RTC1)

#endif
