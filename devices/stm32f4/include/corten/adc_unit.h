// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Converters of the STM32F4: single inputs, sequences by DMA, the chip's own temperature and voltages.
///
///     CT_ADC_UNIT(adc, ADC1);                                       // claims ADC1
///     CT_ADC_INPUT(knob, adc, A, 3, 84);                            // claims PA3; sampled for 84 clocks
///     CT_ADC_REFERENCE(reference, adc);
///
///     ct_adc_unit_start(adc, board_apb2_hz);                        // init; the inputs need no more
///     const int counts = ct_adc_unit_read(knob);                    // 0 to 4095, or an error
///     const uint32_t supply = ct_adc_supply_mv(ct_adc_unit_read(reference));
///     const uint32_t mv = ct_adc_to_mv((uint32_t)counts, supply);
///
/// 12 bits, or fewer by CT_ADC_UNIT_BITS. Every wait has a time-out. One context at a time a unit; starting is for init. Sequences are
/// in <corten/adc_sequence.h>, streams in <corten/adc_stream.h>. RM0090 13, RM0368 11; data sheets, ADC characteristics.
#ifndef CORTEN_ADC_UNIT_H
#define CORTEN_ADC_UNIT_H
#pragma GCC system_header // a mistake is one line at its place

#include <corten/adc_chip.h>
#include <corten/apb.h>
#include <corten/claim.h>
#include <corten/gpio.h>
#include <corten/hal/adc.h>

/// A converter. Made by CT_ADC_UNIT; a constant.
struct ct_adc_unit {
    struct ADC_regs *registers;
    uint8_t enable_bit; ///< of APB2ENR
    uint8_t resolution; ///< field RES
};

/// At file scope: claims a converter under a name. Refused: one that is claimed already
/// ("ADC1_is_already_claimed"), one that the chip has not.
#define CT_ADC_UNIT(name, instance)                                                                \
    CT_CLAIM_(instance);                                                                           \
    CT_ADC_UNIT_CLAIMED(name, instance)
/// The same with conversions of 12, 10, 8 or 6 bits, a constant: each takes as many clocks after its sampling,
/// and counts go from 0 to 2^bits - 1. RM0090 13.7, RM0368 11.7.
#define CT_ADC_UNIT_BITS(name, instance, bits)                                                     \
    CT_CLAIM_(instance);                                                                           \
    CT_ADC_UNIT_MAKE_(name, bits, instance, CT_ADC_OF_##instance)
/// CT_ADC_UNIT without the claim, for headers whose source file has it.
#define CT_ADC_UNIT_CLAIMED(name, instance) CT_ADC_UNIT_MAKE_(name, 12, instance, CT_ADC_OF_##instance)
#define CT_ADC_UNIT_MAKE_(name, bits, instance, ...) CT_ADC_UNIT_MAKE1_(name, bits, instance, __VA_ARGS__)
#define CT_ADC_UNIT_MAKE1_(name, bits, instance, address, bit, number)                             \
    enum {                                                                                         \
        name##_address_ = (address),                                                               \
        name##_number_ = (number),                                                                 \
        name##_bits_ = (bits),                                                                     \
        name##_exists_ = sizeof(*instance),                                                        \
    };                                                                                             \
    _Static_assert((bits) == 12 || (bits) == 10 || (bits) == 8 || (bits) == 6,                     \
                   #name ": a conversion has 12, 10, 8 or 6 bits");                                \
    static const __attribute__((unused)) struct ct_adc_unit name = {CT_REG_AT(ADC_regs, address), bit, \
                                                                    (12 - (bits)) / 2 & 3}
#define CT_ADC_OF_ADC1 0x40012000u, 8, 1
#define CT_ADC_OF_ADC2 0x40012100u, 9, 2
#define CT_ADC_OF_ADC3 0x40012200u, 10, 3

/// An input of a unit. Made by CT_ADC_INPUT and its like; a constant.
struct ct_adc_input {
    struct ADC_regs *registers;
    struct ct_gpio pin;
    uint8_t channel, sampling; ///< field SMP
};

// Which channel a pin is, or -1: data sheets DS8626, table 7; DS9716, table 8. ADC3 differs.
#define CT_ADC_PIN_A_(unit, n) ((n) < ((unit) == 3 ? 4 : 8) ? (n) : -1)
#define CT_ADC_PIN_B_(unit, n) ((unit) != 3 && (n) < 2 ? (n) + 8 : -1)
#define CT_ADC_PIN_C_(unit, n) ((n) < ((unit) == 3 ? 4 : 6) ? (n) + 10 : -1)
#define CT_ADC_PIN_D_(unit, n) (-1)
#define CT_ADC_PIN_E_(unit, n) (-1)
#define CT_ADC_PIN_F_(unit, n)                                                                     \
    ((unit) != 3 ? -1 : (n) == 3 ? 9 : (n) >= 6 && (n) <= 10 ? (n)-2 : (n) == 4 || (n) == 5 ? (n) + 10 : -1)
#define CT_ADC_PIN_G_(unit, n) (-1)
#define CT_ADC_PIN_H_(unit, n) (-1)
#define CT_ADC_PIN_I_(unit, n) (-1)

#define CT_ADC_SAMPLING_(cycles)                                                                   \
    ((cycles) == 3     ? 0                                                                         \
     : (cycles) == 15  ? 1                                                                         \
     : (cycles) == 28  ? 2                                                                         \
     : (cycles) == 56  ? 3                                                                         \
     : (cycles) == 84  ? 4                                                                         \
     : (cycles) == 112 ? 5                                                                         \
     : (cycles) == 144 ? 6                                                                         \
     : (cycles) == 480 ? 7                                                                         \
                       : -1)

#define CT_ADC_UNIT_IS_CLAIMED_(unit)                                                              \
    _Static_assert(__builtin_types_compatible_p(__typeof__(unit), const struct ct_adc_unit),       \
                   #unit " was never claimed: it needs a CT_ADC_UNIT at file scope")

/// At file scope: claims a pin as an input of a unit, sampled for 3, 15, 28, 56, 84, 112, 144 or 480
/// clocks of the converter. Refused: a pin that is no input of this unit.
#define CT_ADC_INPUT(name, unit, port, number, cycles)                                             \
    CT_ADC_UNIT_IS_CLAIMED_(unit);                                                                 \
    CT_CLAIM_(P##port##number);                                                                    \
    CT_GPIO_CLAIMED(name##_pin_, port, number);                                                    \
    enum { name##_unit_ = unit##_number_, name##_cycles_ = (cycles), name##_bits_ = unit##_bits_ };                             \
    _Static_assert(CT_ADC_PIN_##port##_(unit##_number_, number) >= 0,                              \
                   #name ": P" #port #number " is no input of this converter");                    \
    _Static_assert(CT_ADC_SAMPLING_(cycles) >= 0,                                                  \
                   #name ": an input is sampled for 3, 15, 28, 56, 84, 112, 144 or 480 clocks");   \
    static const __attribute__((unused)) struct ct_adc_input name = {                              \
        CT_REG_AT(ADC_regs, unit##_address_), {CT_PORT_##port##_, number},                         \
        CT_ADC_PIN_##port##_(unit##_number_, number) & 31, CT_ADC_SAMPLING_(cycles) & 7}

/// At file scope: the chip's own voltages, which only ADC1 has, sampled for 480 clocks: the temperature
/// sensor (ct_adc_millicelsius()), the reference of 1.21 V (ct_adc_supply_mv()), the battery
/// (ct_adc_battery_mv()). The data sheets want 10 µs. Refused: a unit of fewer than 12 bits.
#define CT_ADC_TEMPERATURE(name, unit) CT_ADC_INTERNAL_(name, unit, CT_ADC_TEMPERATURE_CHANNEL)
#define CT_ADC_REFERENCE(name, unit)   CT_ADC_INTERNAL_(name, unit, 17)
#define CT_ADC_BATTERY(name, unit)     CT_ADC_INTERNAL_(name, unit, 18 | CT_ADC_IS_BATTERY_)
#define CT_ADC_INTERNAL_(name, unit, number)                                                       \
    CT_ADC_UNIT_IS_CLAIMED_(unit);                                                                 \
    enum { name##_unit_ = unit##_number_, name##_cycles_ = 480, name##_bits_ = 12 };                                  \
    _Static_assert(unit##_number_ == 1, #name ": only ADC1 has the voltages of the chip");         \
    _Static_assert((int)unit##_bits_ == 12, #name ": the voltages of the chip are calibrated for 12 bits"); \
    static const __attribute__((unused)) struct ct_adc_input name = {                              \
        CT_REG_AT(ADC_regs, unit##_address_), {CT_ADC_NO_PORT_, 0}, number, 7}
#define CT_ADC_NO_PORT_    0xFF
#define CT_ADC_IS_BATTERY_ 0x80

/// Looks at a flag before it is given up: the longest conversion takes 492 clocks of the converter, 8 * 16 of
/// the core each.
#define CT_ADC_TRIES 65536u

/// What can start a conversion instead of the program, as field EXTSEL: a compare event, whose channel must be an
/// output (PWM, say), a timer's trigger output (ct_tim_trigger_by_overflow()), line 11 of EXTI (ct_exti_listen()
/// of a pin 11). Each starts with its rising edge. RM0090 13.6, table 68; RM0368 11.6. TIM8's: <corten/adc_chip.h>.
enum ct_adc_trigger {
    CT_ADC_TRIGGER_TIM1_CC1 = 0,
    CT_ADC_TRIGGER_TIM1_CC2 = 1,
    CT_ADC_TRIGGER_TIM1_CC3 = 2,
    CT_ADC_TRIGGER_TIM2_CC2 = 3,
    CT_ADC_TRIGGER_TIM2_CC3 = 4,
    CT_ADC_TRIGGER_TIM2_CC4 = 5,
    CT_ADC_TRIGGER_TIM2_TRGO = 6,
    CT_ADC_TRIGGER_TIM3_CC1 = 7,
    CT_ADC_TRIGGER_TIM3_TRGO = 8,
    CT_ADC_TRIGGER_TIM4_CC4 = 9,
    CT_ADC_TRIGGER_TIM5_CC1 = 10,
    CT_ADC_TRIGGER_TIM5_CC2 = 11,
    CT_ADC_TRIGGER_TIM5_CC3 = 12,
    CT_ADC_TRIGGER_EXTI11 = 15,
};
// Bits of CR2: by the program, by a trigger.
#define CT_ADC_BY_SOFTWARE_         reg_mask(ADC_CR2_SWSTART)
#define CT_ADC_BY_TRIGGER_(trigger) ((uint32_t)CT_ADC_TRIGGER_##trigger << 24 | 1u << 28)

#define CT_ADC_COMMON_ CT_REG_AT(ADC_Common_regs, 0x40012300u)

/// Field ADCPRE for a clock of at most 36 MHz (the limit at a supply of 2.4 to 3.6 V).
#define CT_ADC_PRESCALER(clock_hz)                                                                 \
    ((clock_hz) <= 72000000 ? 0u : (clock_hz) <= 144000000 ? 1u : (clock_hz) <= 216000000 ? 2u : 3u)

/// Turns a converter on; returns 3 µs later or more, when it may be used. `clock_hz`: APB2's, a constant.
/// The clock of all converters is APB2's half, quarter …: at most 36 MHz.
#define ct_adc_unit_start(unit, clock_hz)                                                          \
    do {                                                                                           \
        CT_ADC_UNIT_IS_CLAIMED_(unit);                                                             \
        _Static_assert((clock_hz) >= 1200000, #unit ": the clock of a converter must be 0.6 MHz or more"); \
        ct_adc_unit_start_((unit), CT_ADC_PRESCALER(clock_hz));                                    \
    } while (0)
ct_inline void ct_adc_unit_start_(struct ct_adc_unit unit, uint32_t prescaler) {
    struct ADC_regs *registers = unit.registers;
    ct_apb_enable(2, unit.enable_bit);
    reg_modify(CT_ADC_COMMON_->CCR, ADC_Common_CCR_ADCPRE(prescaler));
    reg_write(registers->CR1, ADC_CR1_RES(unit.resolution));
    reg_write(registers->CR2, ADC_CR2_ADON(1), ADC_CR2_EOCS(1));
    reg_write_raw(registers->SR, 0);
    for (unsigned left = 260; left; left--) (void)reg_raw(registers->SR); // 168 MHz, two cycles a look
}

/// Turns it off: it draws no current.
ct_inline void ct_adc_unit_stop(struct ct_adc_unit unit) { reg_write_raw(unit.registers->CR2, 0); }

// Pin and sampling time, or the switch to the inner voltage.
ct_inline void ct_adc_input_prepare_(struct ct_adc_input input) {
    struct ADC_regs *registers = input.registers;
    const unsigned channel = input.channel & 31u, place = channel % 10u * 3u;
    if (input.pin.port == CT_ADC_NO_PORT_) {
        if (input.channel & CT_ADC_IS_BATTERY_) {
            reg_modify(CT_ADC_COMMON_->CCR, ADC_Common_CCR_TSVREFE(0), ADC_Common_CCR_VBATE(1));
        } else {
            reg_modify(CT_ADC_COMMON_->CCR, ADC_Common_CCR_TSVREFE(1), ADC_Common_CCR_VBATE(0));
        }
    } else {
        ct_gpio_make_analog(input.pin);
    }
    if (channel >= 10u) {
        reg_write_raw(registers->SMPR1, (reg_raw(registers->SMPR1) & ~(7u << place)) | (uint32_t)input.sampling << place);
    } else {
        reg_write_raw(registers->SMPR2, (reg_raw(registers->SMPR2) & ~(7u << place)) | (uint32_t)input.sampling << place);
    }
}

// It converts, or a trigger can come at any time.
ct_inline bool ct_adc_is_busy_(struct ADC_regs *registers) {
    const uint32_t flags = reg_mask(ADC_SR_STRT) | reg_mask(ADC_SR_EOC) | reg_mask(ADC_SR_OVR);
    if (reg_raw(registers->CR2) & reg_mask(ADC_CR2_EXTEN)) return true;
    return (reg_raw(registers->SR) & flags) == reg_mask(ADC_SR_STRT);
}

/// Starts a conversion of an input, whose pin is set up along. CT_OK, or CT_BUSY while the unit converts or
/// waits for a trigger.
ct_inline CT_MUST_USE enum ct_error ct_adc_unit_begin(struct ct_adc_input input) {
    struct ADC_regs *registers = input.registers;
    if (ct_adc_is_busy_(registers)) return CT_BUSY;
    ct_adc_input_prepare_(input);
    reg_write_raw(registers->SQR1, 0); // one conversion
    reg_write_raw(registers->SQR3, input.channel & 31u);
    reg_write_raw(registers->SR, 0);
    reg_write(registers->CR2, ADC_CR2_ADON(1), ADC_CR2_EOCS(1), ADC_CR2_SWSTART(1));
    return CT_OK;
}

/// The counts of a conversion that was begun, once: 0 to 2^bits - 1; CT_WOULD_BLOCK until then; CT_OVERRUN.
ct_inline CT_MUST_USE int ct_adc_unit_take(struct ct_adc_input input) {
    struct ADC_regs *registers = input.registers;
    reg_snapshot(status, registers->SR);
    if (reg_get(status, ADC_SR_OVR)) {
        reg_write_raw(registers->SR, 0);
        return CT_OVERRUN;
    }
    if (!reg_get(status, ADC_SR_EOC)) return CT_WOULD_BLOCK;
    const int counts = (int)reg_get(registers->DR, ADC_DR_DATA);
    reg_clear(registers->SR, ADC_SR_STRT);
    return counts;
}

/// Converts an input and waits for it: 0 to 2^bits - 1, CT_BUSY, CT_OVERRUN, or CT_TIMEOUT (the unit is off or
/// has no clock).
ct_inline CT_MUST_USE int ct_adc_unit_read(struct ct_adc_input input) {
    int counts = ct_adc_unit_begin(input);
    for (uint32_t left = CT_ADC_TRIES; counts == CT_OK && left; left--) {
        counts = ct_adc_unit_take(input);
        if (counts != CT_WOULD_BLOCK) return counts;
        counts = CT_OK;
    }
    if (counts == CT_OK) {
        reg_write_raw(input.registers->SR, 0); // it may be used again
        return CT_TIMEOUT;
    }
    return counts;
}

/// The interrupt ADC comes when a conversion is complete, or lost.
ct_inline void ct_adc_unit_listen(struct ct_adc_unit unit) {
    reg_set(unit.registers->CR1, ADC_CR1_EOCIE, ADC_CR1_OVRIE);
}
/// It does not come any more.
ct_inline void ct_adc_unit_ignore(struct ct_adc_unit unit) {
    reg_clear(unit.registers->CR1, ADC_CR1_EOCIE, ADC_CR1_OVRIE);
}

/* ---- What counts mean. The factory has measured each chip at 3.3 V: data sheets, 5.3.21 and 5.3.23. */

#if CT_REG_MODEL
#define CT_ADC_FACTORY_(address) ((uint32_t)ct_reg_read((address), 4))
#else
#define CT_ADC_FACTORY_(address) (*(const volatile uint32_t *)(uintptr_t)(address))
#endif
#define CT_ADC_REFERENCE_CAL_() (CT_ADC_FACTORY_(0x1FFF7A28u) >> 16)     // VREFIN_CAL, at 0x1FFF7A2A
#define CT_ADC_30_DEGREES_CAL_() (CT_ADC_FACTORY_(0x1FFF7A2Cu) & 0xFFFFu) // TS_CAL1
#define CT_ADC_110_DEGREES_CAL_() (CT_ADC_FACTORY_(0x1FFF7A2Cu) >> 16)    // TS_CAL2

/// The supply, which is the full scale, in mV, from the counts of CT_ADC_REFERENCE; 0 for an error.
ct_inline uint32_t ct_adc_supply_mv(int reference_counts) {
    if (reference_counts <= 0) return 0;
    const uint32_t counts = (uint32_t)reference_counts;
    return (3300u * CT_ADC_REFERENCE_CAL_() + counts / 2u) / counts;
}

/// Counts of 12 bits, 0 to 4095, in mV of a supply, rounded.
ct_inline uint32_t ct_adc_to_mv(uint32_t counts, uint32_t supply_mv) {
    return (counts * supply_mv + 2047u) / 4095u;
}
/// The same for an input by its name, whatever the bits of its unit are.
#define CT_ADC_INPUT_TO_MV(input, counts, supply_mv) ct_adc_bits_to_mv((counts), input##_bits_, (supply_mv))
/// Counts of `bits` bits in mV of a supply, rounded.
ct_inline uint32_t ct_adc_bits_to_mv(uint32_t counts, unsigned bits, uint32_t supply_mv) {
    const uint32_t most = (1u << bits) - 1u;
    return (counts * supply_mv + most / 2u) / most;
}

/// The battery in mV, from the counts of CT_ADC_BATTERY.
ct_inline uint32_t ct_adc_battery_mv(uint32_t counts, uint32_t supply_mv) {
    return (counts * supply_mv * CT_ADC_BATTERY_DIVIDER + 2047u) / 4095u;
}

/// The chip's temperature in thousandths of a degree Celsius, from the counts of CT_ADC_TEMPERATURE.
/// The data sheets promise changes, not the absolute value.
ct_inline int32_t ct_adc_millicelsius(uint32_t counts, uint32_t supply_mv) {
    const int32_t at_30 = (int32_t)CT_ADC_30_DEGREES_CAL_(), at_110 = (int32_t)CT_ADC_110_DEGREES_CAL_();
    const int32_t scaled = (int32_t)(counts * supply_mv / 33u); // hundredths of a count at 3.3 V
    return 30000 + (scaled - 100 * at_30) * 800 / (at_110 - at_30);
}

/* ---- as hal/ sees it; the object is the address of a struct ct_adc_input */

/// An input, by its name, as a converter of hal/.
#define CT_ADC_AS_ADC(input) ((struct ct_adc){&ct_adc_input_ops, (void *)(uintptr_t)&(input), input##_bits_})

ct_inline enum ct_error ct_adc_hal_start_(void *object) {
    return ct_adc_unit_begin(*(const struct ct_adc_input *)object);
}
ct_inline int ct_adc_hal_take_(void *object) {
    return ct_adc_unit_take(*(const struct ct_adc_input *)object);
}
static const __attribute__((unused)) struct ct_adc_ops ct_adc_input_ops = {ct_adc_hal_start_, ct_adc_hal_take_};

#endif
