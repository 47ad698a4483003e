// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The ADC of the LM3S6965, sampling one input at a steady rate that a timer gives: a stream of hal/.
///
///     CT_ADC_SAMPLING(light, 0, TIMER1, 50000000, 1000);       // ADC0, 1000 samples a second
///
///     uint16_t counts[4];
///     CT_MUST(ct_adc_stream_start(light));
///     const int n = CT_BLOCK(ct_adc_stream_take(light, counts, 4));    // 0 to 1023 each
///     light_listen();                                          // and the interrupt ADC3 comes
///
/// Claims the timer and sequencer 3, whose memory holds one sample: it has to be taken within a period,
/// or CT_OVERRUN is said. Inputs 0 to 3 (the pins ADC0 to ADC3, which are that alone), 4 the
/// temperature of the chip. Up to 1,000,000 samples a second; the clock must divide by the rate to
/// within 1 in 1000. Data sheet DS-LM3S6965-12746.2515, 11.
#ifndef CORTEN_ADC_SAMPLING_H
#define CORTEN_ADC_SAMPLING_H

#include <corten/hal/adc.h>
#include <corten/timer.h>

enum { CT_ADC_TEMPERATURE = 4 };

/// At file scope: `struct ct_adc_stream NAME`, NAME_listen() and NAME_ignore(). Refused: a timer or
/// sequencer that is claimed, an input that there is not, a rate that the clock cannot make.
#define CT_ADC_SAMPLING(name, input, timer, clock_hz, hz)                                          \
    CT_CLAIM_(ADC_sequencer_3);                                                                    \
    _Static_assert((input) >= 0 && (input) <= CT_ADC_TEMPERATURE, "the ADC has the inputs 0 to 3, and 4"); \
    _Static_assert((hz) > 0 && (hz) <= 1000000 && (clock_hz) / (hz) > 1 &&                         \
                       ((clock_hz) % (hz)) <= (clock_hz) / 1000,                                   \
                   #name ": this rate cannot be made at this clock");                              \
    CT_CLAIM_(timer);                                                                              \
    CT_TIMER_COUNTDOWN_CLAIMED(name##_timer_, timer, clock_hz);                                    \
    ct_outline enum ct_error name##_start_(void *object) {                                         \
        (void)object;                                                                              \
        return ct_adc_sampling_start_(name##_timer_, (input), (clock_hz) / (hz));                  \
    }                                                                                              \
    ct_outline int name##_take_(void *object, uint16_t *counts, uint16_t room) {                   \
        (void)object;                                                                              \
        return ct_adc_sampling_take_(name##_timer_, counts, room);                                 \
    }                                                                                              \
    ct_outline enum ct_error name##_stop_(void *object) {                                          \
        (void)object;                                                                              \
        return ct_adc_sampling_stop_(name##_timer_);                                               \
    }                                                                                              \
    ct_inline void name##_listen(void) { reg_write_raw(ADC->IM, reg_raw(ADC->IM) | 1u << 3); }     \
    ct_inline void name##_ignore(void) { reg_write_raw(ADC->IM, reg_raw(ADC->IM) & ~(1u << 3)); }  \
    static const struct ct_adc_stream_ops name##_stream_ops_ = {name##_start_, name##_take_,       \
                                                                name##_stop_};                     \
    static const __attribute__((unused)) struct ct_adc_stream name = {&name##_stream_ops_, NULL, 10, \
                                                                      (hz) * 1000u}

ct_inline bool ct_adc_sampling_runs_(struct ct_timer_countdown timer) {
    return reg_get(timer.registers->CTL, TIMER_CTL_TAEN);
}

ct_inline enum ct_error ct_adc_sampling_start_(struct ct_timer_countdown timer, unsigned input,
                                               uint32_t cycles) {
    ct_timer_enable(timer);
    if (ct_adc_sampling_runs_(timer)) return CT_BUSY;
    reg_set(SYSCTL->RCGC0, SYSCTL_RCGC0_ADC);
    (void)reg_raw(SYSCTL->RCGC0); // three cycles until it answers
    (void)reg_raw(SYSCTL->RCGC0);
    reg_write_raw(ADC->ACTSS, reg_raw(ADC->ACTSS) & ~(1u << 3));
    reg_modify(ADC->EMUX, ADC_EMUX_EM_Timer(3));
    if (input < CT_ADC_TEMPERATURE) reg_write_raw(ADC->SSMUX3, input);
    if (input < CT_ADC_TEMPERATURE)
        reg_write(ADC->SSCTL3, ADC_SSCTL3_END0(1), ADC_SSCTL3_IE0(1));
    else
        reg_write(ADC->SSCTL3, ADC_SSCTL3_END0(1), ADC_SSCTL3_IE0(1), ADC_SSCTL3_TS0(1));
    for (int left = 16; left && !reg_get(ADC->SSFSTAT3, ADC_SSFSTAT3_EMPTY); left--)
        (void)reg_raw(ADC->SSFIFO3);
    reg_write_raw(ADC->OSTAT, 1u << 3);
    reg_write_raw(ADC->ISC, 1u << 3);
    reg_write_raw(ADC->ACTSS, reg_raw(ADC->ACTSS) | 1u << 3);
    reg_write(timer.registers->CFG, TIMER_CFG_CFG_Bits32);
    reg_write(timer.registers->TAMR, TIMER_TAMR_TAMR_Periodic);
    reg_write_raw(timer.registers->TAILR, cycles - 1u);
    reg_write(timer.registers->CTL, TIMER_CTL_TAEN(1), TIMER_CTL_TAOTE(1));
    return CT_OK;
}

ct_inline int ct_adc_sampling_take_(struct ct_timer_countdown timer, uint16_t *counts,
                                    uint16_t room) {
    if (!ct_adc_sampling_runs_(timer)) return CT_INVALID;
    if (reg_raw(ADC->OSTAT) >> 3 & 1u) {
        reg_write_raw(ADC->OSTAT, 1u << 3);
        return CT_OVERRUN; // what is there, is from before
    }
    reg_write_raw(ADC->ISC, 1u << 3); // before the samples: the next one sets it again
    uint16_t taken = 0;
    while (taken < room && !reg_get(ADC->SSFSTAT3, ADC_SSFSTAT3_EMPTY))
        counts[taken++] = (uint16_t)reg_get(ADC->SSFIFO3, ADC_SSFIFO3_DATA);
    return taken ? taken : CT_WOULD_BLOCK;
}

ct_inline enum ct_error ct_adc_sampling_stop_(struct ct_timer_countdown timer) {
    if (!ct_adc_sampling_runs_(timer)) return CT_INVALID;
    reg_write_raw(timer.registers->CTL, 0u);
    reg_write_raw(ADC->ACTSS, reg_raw(ADC->ACTSS) & ~(1u << 3));
    return CT_OK;
}

#endif
