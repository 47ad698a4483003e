// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// One input of a converter of the STM32F4, sampled without end into a circle in memory by DMA.
///
///     CT_DMA_STREAM(sound_stream, DMA2, 0, ADC1);
///     CT_ADC_STREAM(sound, adc, ADC1, sound_stream, microphone, board_apb2_hz, 512);
///
///     ct_dma_init(sound_stream);                                   // init, after ct_adc_unit_start()
///     const struct ct_adc_stream stream = CT_ADC_AS_STREAM(sound);
///     uint16_t counts[64];
///     CT_MUST(ct_adc_stream_start(stream));                        // as fast as the sampling time lets it
///     const int came = ct_adc_stream_take(stream, counts, 64);
///
/// No interrupt is needed: take at least once in the time of half a circle, or CT_OVERRUN says, once, that
/// samples may have been lost, and those that come next are new. One context takes. RM0090 13.3.5, 13.8.
#ifndef CORTEN_ADC_STREAM_H
#define CORTEN_ADC_STREAM_H
#pragma GCC system_header // a mistake is one line at its place

#include <corten/adc_sequence.h>

/// Where the reader is.
struct ct_adc_stream_state_ {
    uint32_t last, read, unread; // the DMA's place at the last look, the reader's, samples between
    bool is_running;
};

/// At file scope: an endless stream of one input of a unit. `instance` is the unit's (ADC1), `stream` one of
/// CT_DMA_STREAM for it, `clock_hz` APB2's, `count` the samples of the circle, 4 to 65534. Refused: an input
/// of another unit, a stream that does not serve it.
#define CT_ADC_STREAM(name, unit, instance, stream, input, clock_hz, count)                        \
    CT_DMA_CHECK_REQUEST(stream, instance);                                                        \
    static const __attribute__((unused)) uint32_t name##_millihertz_ = (uint32_t)(                 \
        CT_ADC_MOST_MILLIHERTZ_(unit, input, clock_hz));                                           \
    CT_ADC_STREAM_BY_(name, unit, instance, stream, input,                                         \
                      CT_ADC_BY_SOFTWARE_ | reg_mask(ADC_CR2_CONT), count)

/// The same with a sample at each event of a trigger of enum ct_adc_trigger, by its name (TIM3_TRGO), which comes
/// `hz` times a second. Refused: what cannot start the chip's converters ("CT_ADC_TRIGGER_TIM9_CC1 undeclared"),
/// a rate at which a sample would not be ready before the next.
#define CT_ADC_STREAM_TRIGGERED(name, unit, instance, stream, input, clock_hz, trigger, hz, count) \
    CT_DMA_CHECK_REQUEST(stream, instance);                                                        \
    _Static_assert((hz) > 0 && (hz)*1000ull <= CT_ADC_MOST_MILLIHERTZ_(unit, input, clock_hz),     \
                   #name ": a conversion takes longer than this trigger lets it");                 \
    static const __attribute__((unused)) uint32_t name##_millihertz_ = (uint32_t)((hz)*1000ull);   \
    CT_ADC_STREAM_BY_(name, unit, instance, stream, input, CT_ADC_BY_TRIGGER_(trigger), count)

#define CT_ADC_MOST_MILLIHERTZ_(unit, input, clock_hz)                                             \
    ((uint64_t)(clock_hz)*500u / (CT_ADC_PRESCALER(clock_hz) + 1u) / ((unsigned)input##_cycles_ + unit##_bits_))
#define CT_ADC_STREAM_BY_(name, unit, instance, stream, input, cause, count)                       \
    CT_ADC_UNIT_IS_CLAIMED_(unit);                                                                 \
    CT_ADC_SAME_UNIT_(unit, input)                                                                 \
    _Static_assert((count) >= 4 && (count) <= 65534, #name ": a circle has 4 to 65534 samples");   \
    _Static_assert(CT_OF_##instance##_IS_(unit##_address_), #name ": the unit is not " #instance); \
    enum { name##_bits_ = unit##_bits_ };                                                          \
    static CT_DMA_BUFFER(uint16_t, count) name##_circle_;                                          \
    static struct ct_adc_stream_state_ name##_state_;                                              \
    ct_inline enum ct_error name##_begin_(void) {                                                  \
        const struct ct_adc_input inputs[] = {input};                                              \
        name##_state_ = (struct ct_adc_stream_state_){0, 0, 0, false};                             \
        if (ct_adc_sequence_prepare_(unit.registers, inputs, 1)) return CT_BUSY;                   \
        ct_dma_receive(stream, name##_circle_, (count), unit.registers->DR, CT_DMA_CIRCULAR);      \
        ct_adc_stream_go_(unit.registers, (cause));                                                \
        name##_state_.is_running = true;                                                           \
        return CT_OK;                                                                              \
    }                                                                                              \
    ct_inline enum ct_error name##_start_(void *none) {                                            \
        (void)none;                                                                                \
        return ct_dma_is_running(stream) ? CT_BUSY : name##_begin_();                              \
    }                                                                                              \
    ct_inline enum ct_error name##_stop_(void *none) {                                             \
        (void)none;                                                                                \
        if (!name##_state_.is_running) return CT_INVALID;                                          \
        name##_state_.is_running = false;                                                          \
        ct_adc_stream_halt_(unit.registers, stream);                                               \
        return CT_OK;                                                                              \
    }                                                                                              \
    ct_inline int name##_take_(void *none, uint16_t *counts, uint16_t room) {                      \
        (void)none;                                                                                \
        const int came = ct_adc_stream_take_(unit.registers, stream, &name##_state_,               \
                                             name##_circle_.elements_, (count), counts, room);     \
        if (came != CT_TRANSFER) return came;                                                      \
        ct_adc_stream_halt_(unit.registers, stream); /* it had stopped: begin anew */              \
        CT_IGNORE(name##_begin_());                                                                \
        return CT_OVERRUN;                                                                         \
    }                                                                                              \
    static const __attribute__((unused)) struct ct_adc_stream_ops name##_ops_ = {name##_start_, name##_take_, name##_stop_}

/// It as a stream of hal/.
#define CT_ADC_AS_STREAM(name) ((struct ct_adc_stream){&name##_ops_, NULL, name##_bits_, name##_millihertz_})

ct_inline void ct_adc_stream_go_(struct ADC_regs *registers, uint32_t cause) {
    reg_write_raw(registers->SR, 0);
    const uint32_t on = reg_mask(ADC_CR2_ADON) | reg_mask(ADC_CR2_DMA) | reg_mask(ADC_CR2_DDS);
    reg_write_raw(registers->CR2, on);
    reg_write_raw(registers->CR2, on | cause);
}
ct_inline void ct_adc_stream_halt_(struct ADC_regs *registers, struct ct_dma_stream stream) {
    reg_write_raw(registers->CR2, 0); // off and on: the conversion that runs is given up
    CT_IGNORE(ct_dma_stop(stream));
    reg_write_raw(registers->SR, 0);
    reg_write(registers->CR2, ADC_CR2_ADON(1), ADC_CR2_EOCS(1));
    for (unsigned left = 260; left; left--) (void)reg_raw(registers->SR); // 3 us, as in ct_adc_unit_start()
}

// CT_TRANSFER: the DMA or the converter has stopped. The place is read before the flags, so that a half which
// ends in between is counted with this look; both halves ended since the last look: more than half a circle has
// passed, perhaps several.
static CT_NOINLINE __attribute__((unused)) int
ct_adc_stream_take_(struct ADC_regs *registers, struct ct_dma_stream stream, struct ct_adc_stream_state_ *s,
                    const volatile uint16_t *circle, uint32_t count, uint16_t *counts, uint16_t room) {
    if (!s->is_running) return CT_INVALID;
    const uint32_t place = (count - ct_dma_remaining(stream)) % count;
    const unsigned events = ct_dma_take(stream), both = CT_DMA_COMPLETE | CT_DMA_HALF_WAY;
    if ((events & CT_DMA_ERROR) || reg_get(registers->SR, ADC_SR_OVR)) return CT_TRANSFER;
    s->unread += (place + count - s->last) % count;
    s->last = place;
    uint32_t taken = 0;
    if ((events & both) != both) {
        const uint32_t from = s->read;
        for (; taken < s->unread && taken < room; taken++) {
            counts[taken] = circle[s->read];
            s->read = s->read + 1u == count ? 0 : s->read + 1u;
        }
        const uint32_t now = (count - ct_dma_remaining(stream)) % count; // was it overtaken meanwhile?
        if (s->unread + (now + count - place) % count <= count) {
            s->unread -= taken;
            return taken ? (int)taken : CT_WOULD_BLOCK;
        }
        s->read = from;
    }
    s->read = s->last;
    s->unread = 0;
    return CT_OVERRUN;
}

#endif
