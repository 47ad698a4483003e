// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Several inputs of a converter of the STM32F4, one after the other, brought to memory by DMA.
///
///     CT_DMA_STREAM(adc_stream, DMA2, 0, ADC1);
///     CT_ADC_SEQUENCE(all, adc, ADC1, adc_stream, knob, slider);   // inputs of CT_ADC_INPUT
///
///     ct_dma_init(adc_stream);                                     // init, after ct_adc_unit_start()
///     const struct ct_adc_sequence sequence = CT_ADC_AS_SEQUENCE(all);
///     uint16_t counts[2];
///     CT_MUST(ct_adc_sequence_start(sequence));
///     const enum ct_error e = ct_adc_sequence_take(sequence, counts);  // CT_WOULD_BLOCK until both are there
///
/// A sequence that was overrun, or whose DMA failed, is stopped, and can be started again. One context at a
/// time a unit. RM0090 13.3.8, 13.8; RM0368 11.3.8, 11.8.
#ifndef CORTEN_ADC_SEQUENCE_H
#define CORTEN_ADC_SEQUENCE_H
#pragma GCC system_header // a mistake is one line at its place

#include <corten/adc_unit.h>
#include <corten/dma.h>
#include <corten/for_each.h>

/// At file scope: 1 to 16 inputs of one unit, in the order in which they are converted; `instance` is the
/// unit's (ADC1), `stream` one of CT_DMA_STREAM for it. Refused: inputs of another unit, a stream that
/// does not serve it. Takes a buffer of 2 bytes an input.
#define CT_ADC_SEQUENCE(name, unit, instance, stream, ...)                                         \
    CT_DMA_CHECK_REQUEST(stream, instance);                                                        \
    CT_ADC_SEQUENCE_BY_(name, unit, instance, stream, CT_ADC_BY_SOFTWARE_, __VA_ARGS__)

/// The same, but a start only arms it: it begins with the next event of a trigger of enum ct_adc_trigger, by its
/// name (TIM3_TRGO), and once a start. Events while it converts, or until it is taken, are passed over. Refused
/// ("CT_ADC_TRIGGER_TIM9_CC1 undeclared"): what cannot start the chip's converters.
#define CT_ADC_SEQUENCE_TRIGGERED(name, unit, instance, stream, trigger, ...)                      \
    CT_DMA_CHECK_REQUEST(stream, instance);                                                        \
    CT_ADC_SEQUENCE_BY_(name, unit, instance, stream, CT_ADC_BY_TRIGGER_(trigger), __VA_ARGS__)

#define CT_ADC_SEQUENCE_BY_(name, unit, instance, stream, cause, ...)                              \
    CT_ADC_UNIT_IS_CLAIMED_(unit);                                                                 \
    CT_FOR_EACH(CT_ADC_SAME_UNIT_, unit, __VA_ARGS__)                                              \
    enum { name##_length_ = 0 CT_FOR_EACH(CT_ADC_ONE_, , __VA_ARGS__), name##_bits_ = unit##_bits_ }; \
    _Static_assert(name##_length_ <= 16, #name ": a sequence has 1 to 16 inputs");                 \
    _Static_assert(CT_OF_##instance##_IS_(unit##_address_), #name ": the unit is not " #instance); \
    static CT_DMA_BUFFER(uint16_t, name##_length_) name##_buffer_;                                 \
    ct_inline enum ct_error name##_start_(void *none) {                                            \
        const struct ct_adc_input inputs[] = {__VA_ARGS__};                                        \
        (void)none;                                                                                \
        if (ct_dma_is_running(stream)) return CT_BUSY;                                             \
        if (ct_adc_sequence_prepare_(unit.registers, inputs, name##_length_)) return CT_BUSY;      \
        ct_dma_receive(stream, name##_buffer_, name##_length_, unit.registers->DR, CT_DMA_COMPLETE); \
        ct_adc_sequence_go_(unit.registers, (cause));                                              \
        return CT_OK;                                                                              \
    }                                                                                              \
    ct_inline enum ct_error name##_take_(void *none, uint16_t *counts) {                           \
        (void)none;                                                                                \
        const enum ct_error e = ct_adc_sequence_look_(unit.registers, stream);                     \
        if (e == CT_OK)                                                                            \
            for (unsigned i_ = 0; i_ < name##_length_; i_++)                                       \
                counts[i_] = CT_DMA_ELEMENTS(name##_buffer_)[i_];                                  \
        return e;                                                                                  \
    }                                                                                              \
    static const __attribute__((unused)) struct ct_adc_sequence_ops name##_ops_ = {name##_start_, name##_take_}

#define CT_ADC_SAME_UNIT_(unit, input)                                                             \
    _Static_assert((int)input##_unit_ == (int)unit##_number_, #input " is an input of another converter");
#define CT_ADC_ONE_(none, input) +1
#define CT_OF_ADC1_IS_(address)  ((address) == 0x40012000)
#define CT_OF_ADC2_IS_(address)  ((address) == 0x40012100)
#define CT_OF_ADC3_IS_(address)  ((address) == 0x40012200)

/// A sequence as hal/ sees it.
#define CT_ADC_AS_SEQUENCE(name) ((struct ct_adc_sequence){&name##_ops_, NULL, name##_bits_, name##_length_})

// Pins, sampling times and places; not CT_OK while a conversion runs.
ct_inline enum ct_error ct_adc_sequence_prepare_(struct ADC_regs *registers, const struct ct_adc_input *inputs,
                                                 unsigned length) {
    uint32_t places[3] = {0, 0, (length - 1u) << 20}; // SQR3, SQR2, SQR1
    if (ct_adc_is_busy_(registers)) return CT_BUSY;
    for (unsigned i = 0; i < length; i++) {
        ct_adc_input_prepare_(inputs[i]);
        places[i / 6u] |= (inputs[i].channel & 31u) << (i % 6u * 5u);
    }
    reg_write_raw(registers->SQR3, places[0]);
    reg_write_raw(registers->SQR2, places[1]);
    reg_write_raw(registers->SQR1, places[2]);
    return CT_OK;
}
ct_inline void ct_adc_sequence_go_(struct ADC_regs *registers, uint32_t cause) {
    reg_write_raw(registers->SR, 0);
    reg_set(registers->CR1, ADC_CR1_SCAN);
    reg_write(registers->CR2, ADC_CR2_ADON(1), ADC_CR2_DMA(1)); // from 0 to 1: begins anew
    reg_write_raw(registers->CR2, reg_mask(ADC_CR2_ADON) | reg_mask(ADC_CR2_DMA) | cause);
}
ct_inline enum ct_error ct_adc_sequence_look_(struct ADC_regs *registers, struct ct_dma_stream stream) {
    const unsigned events = ct_dma_take(stream);
    enum ct_error e = events & CT_DMA_COMPLETE ? CT_OK : events & CT_DMA_ERROR ? CT_TRANSFER : CT_WOULD_BLOCK;
    // an overrun after the last is of an event that came too early for its counts to matter
    if (e != CT_OK && reg_get(registers->SR, ADC_SR_OVR)) e = CT_OVERRUN;
    if (e == CT_WOULD_BLOCK) return e;
    if (e != CT_OK) CT_IGNORE(ct_dma_stop(stream));
    reg_write_raw(registers->SR, 0);
    reg_write(registers->CR2, ADC_CR2_ADON(1), ADC_CR2_EOCS(1)); // single conversions again
    return e;
}

#endif
