// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Counters of the STM32F4 for TICKLESS and CT_TICKLESS: TIM2 and TIM5 with 32 bits, TIM3 and TIM4
/// with 16, all divided by 1 to 65,536. Channel 1 is the alarm; the pins are not used.
///
///     CT_TICKLESS(fast, 3, TIM2, 1000000, 84000000);           // in microseconds
///
/// The clock is that of the timers on APB1 (NAME_timers1_hz of CT_CLOCK_TREE). The counter is claimed.
/// RM0090 18.3.2, 18.3.8 and 18.4; RM0368 13.3 and 13.4.
#ifndef CORTEN_TICKLESS_H
#define CORTEN_TICKLESS_H

#include <corten/apb.h>
#include <corten/claim.h>

/// `bit` of APB1ENR.
#define CT_STM32_COUNTER_(source, bits, bit)                                                       \
    enum { source##_counter_bits = (bits), source##_counter_least = 1 };                           \
    ct_inline void source##_counter_prepare(uint32_t divider) {                                    \
        ct_apb_enable(1, bit);                                                                     \
        reg_write_raw(source->CR1, 0u);                                                            \
        reg_write_raw(source->PSC, divider - 1u);                                                  \
        reg_write_raw(source->ARR, ~0u >> (32 - (bits)));                                          \
        reg_write_raw(source->CCMR1, 0u); /* a match sets the flag and no pin, CCR1 is not buffered */ \
        reg_write(source->EGR, TIM_EGR_UG(1)); /* the prescaler takes effect, the counter is 0 */  \
        reg_write_raw(source->SR, 0u);                                                             \
        reg_write(source->DIER, TIM_DIER_CC1IE(1));                                                \
    }                                                                                              \
    ct_inline void source##_counter_start(void) { reg_write(source->CR1, TIM_CR1_CEN(1)); }        \
    ct_inline uint32_t source##_counter_read(void) { return reg_raw(source->CNT); }                \
    ct_inline void source##_counter_alarm(uint32_t at) {                                           \
        reg_write_raw(source->SR, 0u); /* writing 0 clears; only this flag is used */              \
        reg_write_raw(source->CCR1, at);                                                           \
    }                                                                                              \
    ct_inline void source##_counter_acknowledge(void) { reg_write_raw(source->SR, 0u); }
#define CT_STM32_COUNTER_DIVIDES_(n) ((n) >= 1 && (n) <= 65536)

#define TIM2_COUNTER_DIVIDES(n) CT_STM32_COUNTER_DIVIDES_(n)
#define TIM3_COUNTER_DIVIDES(n) CT_STM32_COUNTER_DIVIDES_(n)
#define TIM4_COUNTER_DIVIDES(n) CT_STM32_COUNTER_DIVIDES_(n)
#define TIM5_COUNTER_DIVIDES(n) CT_STM32_COUNTER_DIVIDES_(n)
#define TIM2_COUNTER_CLAIMS     CT_CLAIM_(TIM2);
#define TIM3_COUNTER_CLAIMS     CT_CLAIM_(TIM3);
#define TIM4_COUNTER_CLAIMS     CT_CLAIM_(TIM4);
#define TIM5_COUNTER_CLAIMS     CT_CLAIM_(TIM5);
CT_STM32_COUNTER_(TIM2, 32, 0)
CT_STM32_COUNTER_(TIM3, 16, 1)
CT_STM32_COUNTER_(TIM4, 16, 2)
CT_STM32_COUNTER_(TIM5, 32, 3)

#endif
