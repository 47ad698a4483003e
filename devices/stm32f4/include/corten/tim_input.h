// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Inputs of the STM32F4's timers: capture, PWM input, quadrature encoders.
///
///     CT_TIM(wheel_timer, TIM2);
///     CT_TIM_CAPTURE(wheel, wheel_timer, 1, 1000000);                // channel 1, ticks of 1 µs
///     CT_TIM(knob_timer, TIM3);
///     CT_TIM_ENCODER(knob, knob_timer);
///
///     ct_tim_capture_start(wheel_timer, board_timers1_hz, 1000000);  // the counter, checked
///     CT_MUST(ct_capture_start(CT_TIM_AS_CAPTURE(wheel), CT_EDGE_RISING));
///     ct_tim_encoder_start(knob);                                    // pins of channels 1 and 2
///     CT_MUST(ct_qei_position(CT_TIM_AS_QEI(knob), &counts));
///
/// The pins are the caller's. Starting belongs to init; taking to any context, one at a time a
/// channel. RM0090 17.3.5, 17.3.6, 17.3.16, 18.3.5, 18.3.6, 18.3.12.
#ifndef CORTEN_TIM_INPUT_H
#define CORTEN_TIM_INPUT_H

#include <corten/hal/capture.h>
#include <corten/hal/qei.h>
#include <corten/tim_pwm.h>

#define CT_TIM_CHECK_TICK_(tim, clock_hz, tick_hz)                                                 \
    _Static_assert((clock_hz) % (tick_hz) == 0 && (clock_hz) / (tick_hz) <= 65536,                 \
                   #tim ": the tick must be a whole number of clocks, 1 to 65536")

/* ---- Capture */

#define CT_TIM_FLAGS_ 0x1EFFu // of SR, written as 0 to be cleared; the other bits are reserved

/// Turns the counter on that captures note: it counts up at `tick_hz` and wraps at its 16 or 32
/// bits. Constants.
#define ct_tim_capture_start(tim, clock_hz, tick_hz)                                               \
    do {                                                                                           \
        CT_TIM_IS_CLAIMED_(tim);                                                                   \
        CT_TIM_CHECK_TICK_(tim, clock_hz, tick_hz);                                                \
        ct_tim_start_with((tim), (clock_hz) / (tick_hz)-1u, tim##_bits_ == 32 ? 0u : 65536u);      \
    } while (0)

/// A channel that notes edges. Made by CT_TIM_CAPTURE.
struct ct_tim_capture {
    struct ct_tim tim;
    uint32_t hz;
    uint8_t bits, channel;
};

/// At file scope: a channel, 1 to 4, of a claimed timer. `tick_hz` as given to ct_tim_capture_start().
#define CT_TIM_CAPTURE(name, timer, channel, tick_hz)                                              \
    CT_TIM_CHECK_CHANNEL_(timer, channel);                                                         \
    static const __attribute__((unused)) struct ct_tim_capture name = {                            \
        {CT_REG_AT(TIM_regs, timer##_address_), timer##_bus_, timer##_bit_},                       \
        (tick_hz),                                                                                 \
        timer##_bits_,                                                                             \
        (channel)}
/// It as a capture of hal/. Which of both edges one was, the hardware cannot tell.
#define CT_TIM_AS_CAPTURE(name)                                                                    \
    ((struct ct_capture){&ct_tim_capture_ops, (void *)(uintptr_t)&(name), (name).hz, (name).bits})

/// From now on these edges are noted, those with a filter of so many clocks (field IC1F, 0 to 15:
/// RM0090 18.4.7) behind them. Init.
ct_inline void ct_tim_capture_listen(struct ct_tim_capture c, enum ct_edges edges, unsigned filter) {
    struct TIM_regs *registers = c.tim.registers;
    const uint32_t place = 4u * (c.channel - 1u), half = CT_TIM_HALF_(c.channel);
    const uint32_t ccer = reg_raw(registers->CCER) & ~(0xBu << place);
    const uint32_t polarity = edges == CT_EDGE_BOTH ? 0xAu : edges == CT_EDGE_FALLING ? 2u : 0u;
    const uint32_t others = reg_raw(CT_TIM_CCMR_(registers, c.channel)) & ~(0xFFu << half);
    reg_write_raw(registers->CCER, ccer); // CCxS can be written while the channel is off only
    reg_write_raw(CT_TIM_CCMR_(registers, c.channel), others | (1u | (filter & 15u) << 4) << half);
    (void)reg_raw(CT_TIM_CCR_(registers, c.channel)); // forgets
    reg_write_raw(registers->SR, CT_TIM_FLAGS_ & ~(0x101u << c.channel));
    reg_write_raw(registers->CCER, ccer | (1u | polarity) << place);
}

/// The next edge: CT_OK; CT_WOULD_BLOCK; CT_OVERRUN, once, when one was lost, before what came behind
/// it; CT_INVALID when the channel is off.
ct_inline CT_MUST_USE enum ct_error ct_tim_capture_take(struct ct_tim_capture c,
                                                        struct ct_captured *captured) {
    struct TIM_regs *registers = c.tim.registers;
    const uint32_t status = reg_raw(registers->SR), ccer = reg_raw(registers->CCER) >> 4u * (c.channel - 1u);
    if (!(ccer & 1u)) return CT_INVALID;
    if (status & 0x100u << c.channel) {
        reg_write_raw(registers->SR, CT_TIM_FLAGS_ & ~(0x100u << c.channel));
        return CT_OVERRUN;
    }
    if (!(status & 1u << c.channel)) return CT_WOULD_BLOCK;
    *captured = (struct ct_captured){reg_raw(CT_TIM_CCR_(registers, c.channel)), !(ccer & 2u)};
    // one that came since the look above has taken the other's place: RM0090 18.3.5
    if (CT_UNLIKELY(reg_raw(registers->SR) & 0x100u << c.channel)) {
        reg_write_raw(registers->SR, CT_TIM_FLAGS_ & ~(0x100u << c.channel));
        return CT_OVERRUN;
    }
    return CT_OK;
}

/// Edges are not noted any more.
ct_inline void ct_tim_capture_ignore(struct ct_tim_capture c) {
    reg_write_raw(c.tim.registers->CCER,
                  reg_raw(c.tim.registers->CCER) & ~(1u << 4u * (c.channel - 1u)));
}

/// The timer's interrupt comes for a channel, 1 to 4: an edge noted, a compare value reached. Not
/// atomic.
#define ct_tim_channel_listen(tim, channel)                                                        \
    do {                                                                                           \
        CT_TIM_CHECK_CHANNEL_(tim, channel);                                                       \
        reg_write_raw((tim).registers->DIER, reg_raw((tim).registers->DIER) | 1u << (channel));    \
    } while (0)
/// It does not come for it any more.
#define ct_tim_channel_ignore(tim, channel)                                                        \
    do {                                                                                           \
        CT_TIM_CHECK_CHANNEL_(tim, channel);                                                       \
        reg_write_raw((tim).registers->DIER, reg_raw((tim).registers->DIER) & ~(1u << (channel))); \
    } while (0)

ct_inline enum ct_error ct_tim_hal_capture_start_(void *object, enum ct_edges edges) {
    ct_tim_capture_listen(*(const struct ct_tim_capture *)object, edges, 0);
    return CT_OK;
}
ct_inline enum ct_error ct_tim_hal_capture_take_(void *object, struct ct_captured *captured) {
    return ct_tim_capture_take(*(const struct ct_tim_capture *)object, captured);
}
ct_inline enum ct_error ct_tim_hal_capture_stop_(void *object) {
    ct_tim_capture_ignore(*(const struct ct_tim_capture *)object);
    return CT_OK;
}
static const __attribute__((unused)) struct ct_capture_ops ct_tim_capture_ops = {
    ct_tim_hal_capture_start_, ct_tim_hal_capture_take_, ct_tim_hal_capture_stop_};

/* ---- PWM input */

/// What was measured of a signal, in ticks.
struct ct_tim_wave {
    uint32_t period, high;
    bool has_edge_; ///< a rising edge to measure from was seen
};

/// Measures a signal at the pin of channel 1: channel 1 notes rising edges and restarts the counter,
/// channel 2 falling ones. TIM1 to 5, 8, 9 and 12. Begin with a struct ct_tim_wave of zeros. Init.
#define ct_tim_pwm_input_start(tim, clock_hz, tick_hz)                                             \
    do {                                                                                           \
        CT_TIM_IS_CLAIMED_(tim);                                                                   \
        _Static_assert((int)tim##_channels_ >= 2, #tim ": a PWM input needs a timer of two channels"); \
        CT_TIM_CHECK_TICK_(tim, clock_hz, tick_hz);                                                \
        ct_tim_pwm_input_start_((tim), (clock_hz) / (tick_hz)-1u, tim##_bits_ == 32 ? 0u : 65536u); \
    } while (0)
ct_inline void ct_tim_pwm_input_start_(struct ct_tim tim, uint32_t prescaler, uint32_t ticks) {
    struct TIM_regs *registers = tim.registers;
    ct_tim_start_with(tim, prescaler, ticks);
    reg_modify(registers->CCER, TIM_CCER_CC1E(0), TIM_CCER_CC2E(0));
    reg_write(registers->CCMR1, TIM_CCMR1_CC1S_Ti1, TIM_CCMR1_CC2S_Ti1);
    reg_modify(registers->CCER, TIM_CCER_CC1P(0), TIM_CCER_CC1NP(0), TIM_CCER_CC2P(1),
               TIM_CCER_CC2NP(0));
    reg_write(registers->SMCR, TIM_SMCR_TS_Ti1, TIM_SMCR_SMS_Reset);
    reg_modify(registers->CCER, TIM_CCER_CC1E(1), TIM_CCER_CC2E(1));
}

/// CT_OK when a period has ended, which may be the latest of several, and `high` is of it or of the
/// one that runs; CT_WOULD_BLOCK until then; CT_TIMEOUT each time the counter has wrapped (65536
/// ticks, 2^32 with TIM2 and 5) without a rising edge.
ct_inline CT_MUST_USE enum ct_error ct_tim_pwm_input_take(struct ct_tim tim, struct ct_tim_wave *wave) {
    struct TIM_regs *registers = tim.registers;
    reg_snapshot(status, registers->SR);
    if (reg_get(status, TIM_SR_UIF)) {
        (void)reg_raw(registers->CCR1);
        reg_write_raw(registers->SR, 0);
        wave->has_edge_ = false;
        return CT_TIMEOUT;
    }
    if (!reg_get(status, TIM_SR_CC1IF)) return CT_WOULD_BLOCK;
    const uint32_t period = reg_raw(registers->CCR1), high = reg_raw(registers->CCR2);
    reg_clear(registers->SR, TIM_SR_CC1OF, TIM_SR_CC2OF);
    if (!wave->has_edge_) {
        wave->has_edge_ = true;
        return CT_WOULD_BLOCK;
    }
    wave->period = period;
    wave->high = high;
    return CT_OK;
}

/* ---- Encoders */

/// A quadrature encoder on channels 1 and 2. Made by CT_TIM_ENCODER.
struct ct_tim_encoder {
    struct ct_tim tim;
    uint8_t bits;
    struct ct_tim_encoder_state_ {
        uint32_t last;    // the counter when it was last looked at
        int32_t position; // then
    } *state;
};

/// At file scope: an encoder on a claimed timer, TIM1 to 5 or 8. 8 bytes of RAM, since the counter of
/// most timers has 16 bits and the position 32.
#define CT_TIM_ENCODER(name, timer)                                                                \
    CT_TIM_IS_CLAIMED_(timer);                                                                     \
    _Static_assert(timer##_encoder_, #name ": this timer has no encoder interface");               \
    static struct ct_tim_encoder_state_ name##_state_;                                             \
    static const __attribute__((unused)) struct ct_tim_encoder name = {                            \
        {CT_REG_AT(TIM_regs, timer##_address_), timer##_bus_, timer##_bit_},                       \
        timer##_bits_,                                                                             \
        &name##_state_}
/// It as a quadrature decoder of hal/.
#define CT_TIM_AS_QEI(name) ((struct ct_qei){&ct_tim_qei_ops, (void *)(uintptr_t)&(name)})

/// Counts from now on, from 0, all four edges of a cycle. Init.
ct_inline void ct_tim_encoder_start(struct ct_tim_encoder encoder) {
    struct TIM_regs *registers = encoder.tim.registers;
    ct_apb_enable(encoder.tim.bus, encoder.tim.enable_bit);
    reg_write_raw(registers->CR1, 0);
    reg_write_raw(registers->CCER, 0);
    reg_write(registers->CCMR1, TIM_CCMR1_CC1S_Ti1, TIM_CCMR1_CC2S_Ti2);
    reg_write(registers->SMCR, TIM_SMCR_SMS_Encoder3);
    reg_write(registers->PSC, TIM_PSC_PSC(0));
    reg_write_raw(registers->ARR, 0xFFFFFFFFu >> (32u - encoder.bits));
    reg_write(registers->EGR, TIM_EGR_UG(1));
    reg_write(registers->CCER, TIM_CCER_CC1E(1), TIM_CCER_CC2E(1)); // their flags tell of a first step
    reg_write_raw(registers->SR, 0);
    reg_write(registers->CR1, TIM_CR1_CEN(1));
    encoder.state->last = 0;
    encoder.state->position = 0;
}

/// The position in counts. Look at it at least every 32767 counts where the counter has 16 bits.
ct_inline int32_t ct_tim_encoder_position(struct ct_tim_encoder encoder) {
    const uint32_t now = reg_raw(encoder.tim.registers->CNT);
    const uint32_t moved = now - encoder.state->last;
    encoder.state->last = now;
    encoder.state->position = (int32_t)((uint32_t)encoder.state->position +
                                  (encoder.bits == 16 ? (uint32_t)(int16_t)moved : moved));
    return encoder.state->position;
}

/// 1 when the last step went upwards, -1 downwards, 0 while there was none.
ct_inline int ct_tim_encoder_direction(struct ct_tim_encoder encoder) {
    struct TIM_regs *registers = encoder.tim.registers;
    if (!reg_raw(registers->CNT) && !reg_any(registers->SR, TIM_SR_CC1IF, TIM_SR_CC2IF)) return 0;
    return reg_get(registers->CR1, TIM_CR1_DIR) ? -1 : 1;
}

ct_inline enum ct_error ct_tim_hal_qei_position_(void *object, int32_t *counts) {
    *counts = ct_tim_encoder_position(*(const struct ct_tim_encoder *)object);
    return CT_OK;
}
ct_inline int ct_tim_hal_qei_direction_(void *object) { return ct_tim_encoder_direction(*(const struct ct_tim_encoder *)object); }
ct_inline enum ct_error ct_tim_hal_qei_set_(void *object, int32_t counts) {
    const struct ct_tim_encoder encoder = *(const struct ct_tim_encoder *)object;
    (void)ct_tim_encoder_position(encoder);
    encoder.state->position = counts;
    return CT_OK;
}
static const __attribute__((unused)) struct ct_qei_ops ct_tim_qei_ops = {
    ct_tim_hal_qei_position_, ct_tim_hal_qei_direction_, ct_tim_hal_qei_set_};

#endif
