// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Counters of the native machine for TICKLESS and CT_TICKLESS: TIM2 and TIM5 have 32 bits, RTC has
/// 24, TIM3 and TIM4 have 16. All count a clock of 1 GHz through any prescaler.
///
///     CT_TICKLESS(fast, 3, TIM3, 1000000, 1000000000);         // in microseconds
#ifndef CORTEN_TICKLESS_H
#define CORTEN_TICKLESS_H

#include <corten/host.h>
#include <corten/port.h>

#define CT_HOST_COUNTER_(source, bits)                                                             \
    enum { source##_counter_bits = (bits), source##_counter_least = 1 };                           \
    ct_inline void source##_counter_prepare(uint32_t divider) {                                    \
        ct_host_counter_prepare(source##_IRQn, bits, divider);                                     \
    }                                                                                              \
    ct_inline void source##_counter_start(void) { ct_host_counter_start(source##_IRQn); }          \
    ct_inline uint32_t source##_counter_read(void) { return ct_host_counter_read(source##_IRQn); } \
    ct_inline void source##_counter_alarm(uint32_t at) {                                           \
        ct_host_counter_alarm(source##_IRQn, at);                                                  \
    }                                                                                              \
    ct_inline void source##_counter_acknowledge(void) {}
#define TIM2_COUNTER_DIVIDES(n) ((n) >= 1)
#define TIM3_COUNTER_DIVIDES(n) ((n) >= 1)
#define TIM4_COUNTER_DIVIDES(n) ((n) >= 1)
#define TIM5_COUNTER_DIVIDES(n) ((n) >= 1)
#define RTC_COUNTER_DIVIDES(n)  ((n) >= 1)

#define TIM2_COUNTER_CLAIMS
#define TIM3_COUNTER_CLAIMS
#define TIM4_COUNTER_CLAIMS
#define TIM5_COUNTER_CLAIMS
#define RTC_COUNTER_CLAIMS

CT_HOST_COUNTER_(TIM2, 32)
CT_HOST_COUNTER_(TIM3, 16)
CT_HOST_COUNTER_(TIM4, 16)
CT_HOST_COUNTER_(TIM5, 32)
CT_HOST_COUNTER_(RTC, 24)

#endif
