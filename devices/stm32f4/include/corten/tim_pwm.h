// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Outputs of the STM32F4's timers: PWM, with complements and dead time, and single pulses.
///
///     CT_TIM(motor, TIM1);
///     CT_TIM_PWM(left, motor, 1, board_timers2_hz);             // channel 1, for hal/'s PWM
///
///     ct_tim_pwm_start(motor, board_timers2_hz, 20000);         // 20 kHz, checked at compile time
///     ct_tim_pwm_connect(motor, 1, CT_TIM_ACTIVE_HIGH);         // the pin is the caller's
///     ct_tim_pwm_complement(motor, 1, CT_TIM_ACTIVE_HIGH);      // channel 1N
///     ct_tim_pwm_dead_time(motor, board_timers2_hz, 500);       // ns, at least
///     CT_MUST(ct_pwm_set_percent(CT_TIM_AS_PWM(left), 30));
///
/// PWM mode 1, counting up: a period begins with the active level. Duties are buffered and change at
/// the end of a period. Connecting, complements and dead time belong to init; duties to any context,
/// one at a time a channel. RM0090 17.3.9 to 17.3.12, 18.3.9; RM0368 12.3, 13.3.
#ifndef CORTEN_TIM_PWM_H
#define CORTEN_TIM_PWM_H

#include <corten/hal/pwm.h>
#include <corten/pin_alternate.h>
#include <corten/tim.h>

/// At file scope: refuses a pin of CT_PIN_ALTERNATE that is not this signal of the timer: CT_TIM_CHECK_PIN(TIM1,
/// CH1N, out).
#define CT_TIM_CHECK_PIN(instance, signal, pin) CT_PIN_CHECK_SIGNAL(pin, instance##_##signal)

enum ct_tim_polarity { CT_TIM_ACTIVE_HIGH, CT_TIM_ACTIVE_LOW };

#define CT_TIM_CHECK_CHANNEL_(tim, channel)                                                        \
    CT_TIM_IS_CLAIMED_(tim);                                                                       \
    _Static_assert((channel) >= 1 && (channel) <= (int)tim##_channels_,                            \
                   #tim ": this timer has no channel " #channel)

// The mode register of a channel (1, 2: CCMR1; 3, 4: CCMR2), how far its half is shifted, and its
// compare register.
#define CT_TIM_CCMR_(registers, channel)                                                           \
    (*(union TIM_CCMR1 *)((uintptr_t) & (registers)->CCMR1 + 4u * (((channel)-1u) / 2u)))
#define CT_TIM_HALF_(channel) (((channel)-1u) % 2u * 8u)
#define CT_TIM_CCR_(registers, channel)                                                            \
    (*(union TIM_CCR1 *)((uintptr_t) & (registers)->CCR1 + 4u * ((channel)-1u)))

/// Turns a timer on for PWM of a frequency. Outputs are off until they are connected. `clock_hz` and
/// `hz` are constants, within 1 %, or it does not compile.
#define ct_tim_pwm_start(tim, clock_hz, hz)                                                        \
    do {                                                                                           \
        CT_TIM_IS_CLAIMED_(tim);                                                                   \
        _Static_assert((int)tim##_channels_ > 0, #tim ": this timer has no outputs");              \
        CT_TIM_CHECK_HZ(#tim, clock_hz, hz);                                                       \
        ct_tim_pwm_start_with((tim), CT_TIM_PRESCALER(CT_TIM_CLOCKS(clock_hz, hz)),                \
                              CT_TIM_TICKS(CT_TIM_CLOCKS(clock_hz, hz)), tim##_complements_ > 0);  \
    } while (0)

/// The same with a prescaler, 0 to 65535, and ticks a period, 1 to 65535. `has_break`: TIM1 and 8.
ct_inline void ct_tim_pwm_start_with(struct ct_tim tim, uint32_t prescaler, uint32_t ticks,
                                     bool has_break) {
    struct TIM_regs *registers = tim.registers;
    ct_tim_start_with(tim, prescaler, ticks);
    reg_set(registers->CR1, TIM_CR1_ARPE); // a period changes at its end
    if (has_break) reg_set(registers->BDTR, TIM_BDTR_MOE);
}

/// The channel drives its pin from now on; its duty is 0. `channel` 1 to 4, a constant.
#define ct_tim_pwm_connect(tim, channel, polarity)                                                 \
    do {                                                                                           \
        CT_TIM_CHECK_CHANNEL_(tim, channel);                                                       \
        ct_tim_pwm_connect_((tim), (channel), (polarity));                                         \
    } while (0)
ct_inline void ct_tim_pwm_connect_(struct ct_tim tim, unsigned channel,
                                   enum ct_tim_polarity polarity) {
    struct TIM_regs *registers = tim.registers;
    const uint32_t others = reg_raw(CT_TIM_CCMR_(registers, channel)) & ~(0xFFu << CT_TIM_HALF_(channel));
    const uint32_t mode = reg_value(TIM_CCMR1_OC1M_Pwm1) << 4 | reg_mask(TIM_CCMR1_OC1PE);
    reg_write_raw(CT_TIM_CCR_(registers, channel), 0);
    reg_write_raw(CT_TIM_CCMR_(registers, channel), others | mode << CT_TIM_HALF_(channel));
    const uint32_t ccer = reg_raw(registers->CCER) & ~(3u << 4u * (channel - 1u));
    reg_write_raw(registers->CCER, ccer | (1u | (uint32_t)polarity << 1) << 4u * (channel - 1u));
}

/// The channel lets go of its pin.
#define ct_tim_pwm_disconnect(tim, channel)                                                        \
    do {                                                                                           \
        CT_TIM_CHECK_CHANNEL_(tim, channel);                                                       \
        reg_write_raw((tim).registers->CCER,                                                       \
                      reg_raw((tim).registers->CCER) & ~(5u << 4u * ((channel)-1u)));              \
    } while (0)

/// The channel's complementary output drives its pin too, with the other level: TIM1 and TIM8,
/// channels 1 to 3.
#define ct_tim_pwm_complement(tim, channel, polarity)                                              \
    do {                                                                                           \
        CT_TIM_IS_CLAIMED_(tim);                                                                   \
        _Static_assert((channel) >= 1 && (channel) <= (int)tim##_complements_,                     \
                       #tim ": this timer has no complementary output " #channel);                 \
        const uint32_t ccer_ = reg_raw((tim).registers->CCER) & ~(12u << 4u * ((channel)-1u));     \
        reg_write_raw((tim).registers->CCER,                                                       \
                      ccer_ | (4u | (uint32_t)(polarity) << 3) << 4u * ((channel)-1u));            \
    } while (0)

/// Clocks of a dead time, and the field DTG for them: steps of 1, 2, 8 and 16 clocks, rounded up.
#define CT_TIM_DEAD_CLOCKS(clock_hz, ns) (((uint64_t)(clock_hz) * (uint64_t)(ns) + 999999999u) / 1000000000u)
#define CT_TIM_DTG(clocks)                                                                         \
    ((uint32_t)((clocks) <= 127    ? (clocks)                                                      \
                : (clocks) <= 254  ? 0x80u | (((clocks) + 1u) / 2u - 64u)                          \
                : (clocks) <= 504  ? 0xC0u | (((clocks) + 7u) / 8u - 32u)                          \
                                   : 0xE0u | (((clocks) + 15u) / 16u - 32u)))

/// Between the edges of an output and of its complement both are inactive for at least so many
/// nanoseconds: 0 to 1008 clocks. Constants. RM0090 17.4.18 (DTG).
#define ct_tim_pwm_dead_time(tim, clock_hz, ns)                                                    \
    do {                                                                                           \
        CT_TIM_IS_CLAIMED_(tim);                                                                   \
        _Static_assert((int)tim##_complements_ > 0, #tim ": this timer has no complementary outputs"); \
        _Static_assert(CT_TIM_DEAD_CLOCKS(clock_hz, ns) <= 1008,                                   \
                       #tim ": this dead time is longer than 1008 clocks");                        \
        reg_modify((tim).registers->BDTR,                                                          \
                   TIM_BDTR_DTG(CT_TIM_DTG(CT_TIM_DEAD_CLOCKS(clock_hz, ns))));                    \
    } while (0)

/// The break input of TIM1 or TIM8 turns the outputs off, in hardware; ct_tim_pwm_resume() turns
/// them on again. `active`: the level that breaks.
#define ct_tim_pwm_break(tim, active)                                                              \
    do {                                                                                           \
        CT_TIM_IS_CLAIMED_(tim);                                                                   \
        _Static_assert((int)tim##_complements_ > 0, #tim ": this timer has no break input");       \
        reg_modify((tim).registers->BDTR, TIM_BDTR_BKE(1), TIM_BDTR_BKP((active) == CT_TIM_ACTIVE_HIGH)); \
    } while (0)
/// Whether a break has turned the outputs off. Any context.
ct_inline bool ct_tim_pwm_is_broken(struct ct_tim tim) { return reg_get(tim.registers->SR, TIM_SR_BIF); }
/// Turns the outputs on again. CT_OK, or CT_BUSY while the break input is still active.
ct_inline CT_MUST_USE enum ct_error ct_tim_pwm_resume(struct ct_tim tim) {
    reg_clear(tim.registers->SR, TIM_SR_BIF);
    reg_set(tim.registers->BDTR, TIM_BDTR_MOE);
    return reg_get(tim.registers->BDTR, TIM_BDTR_MOE) ? CT_OK : CT_BUSY;
}

/// Ticks a period: the duty that is fully on.
ct_inline uint16_t ct_tim_pwm_most(struct ct_tim tim) {
    return (uint16_t)(reg_raw(tim.registers->ARR) + 1u);
}

/// On for `duty` ticks of each period, from the next on; 0 is off, ct_tim_pwm_most() on, all the time.
#define ct_tim_pwm_set(tim, channel, duty)                                                         \
    do {                                                                                           \
        CT_TIM_CHECK_CHANNEL_(tim, channel);                                                       \
        reg_write_raw(CT_TIM_CCR_((tim).registers, channel), (duty));                              \
    } while (0)

/* ---- One pulse */

/// Prepares a channel for single pulses: ct_tim_pulse() makes one, `delay` ticks later, `width` ticks
/// long. The tick is 1 / `tick_hz`. delay 1 to 65534, delay + width up to 65536.
#define ct_tim_pulse_start(tim, channel, clock_hz, tick_hz, delay, width)                          \
    do {                                                                                           \
        CT_TIM_CHECK_CHANNEL_(tim, channel);                                                       \
        _Static_assert((clock_hz) % (tick_hz) == 0 && (clock_hz) / (tick_hz) <= 65536,             \
                       #tim ": the tick must be a whole number of clocks, 1 to 65536");            \
        _Static_assert((delay) >= 1 && (width) >= 1 && (delay) + (width) <= 65536,                 \
                       #tim ": delay and width of a pulse are at least 1 tick, together at most 65536"); \
        ct_tim_pulse_start_((tim), (channel), (clock_hz) / (tick_hz)-1u, (delay), (width),         \
                            tim##_complements_ > 0);                                               \
    } while (0)
ct_inline void ct_tim_pulse_start_(struct ct_tim tim, unsigned channel, uint32_t prescaler,
                                   uint32_t delay, uint32_t width, bool has_break) {
    struct TIM_regs *registers = tim.registers;
    ct_tim_start_with(tim, prescaler, delay + width);
    reg_write(registers->CR1, TIM_CR1_URS_OverflowOnly, TIM_CR1_OPM(1)); // stopped again
    reg_write(registers->EGR, TIM_EGR_UG(1));
    reg_write_raw(registers->SR, 0);
    // the pin last: it must not move while mode and compare value do not fit yet
    const uint32_t half = CT_TIM_HALF_(channel), place = 4u * (channel - 1u);
    const uint32_t ccer = reg_raw(registers->CCER) & ~(3u << place);
    const uint32_t others = reg_raw(CT_TIM_CCMR_(registers, channel)) & ~(0xFFu << half);
    reg_write_raw(registers->CCER, ccer);
    reg_write_raw(CT_TIM_CCMR_(registers, channel), others | reg_value(TIM_CCMR1_OC1M_Pwm2) << 4 << half);
    reg_write_raw(CT_TIM_CCR_(registers, channel), delay); // not buffered: at once
    reg_write_raw(registers->CCER, ccer | 1u << place);
    if (has_break) reg_set(registers->BDTR, TIM_BDTR_MOE);
}

/// Makes the pulse. CT_OK, or CT_BUSY while one is being made. Any context, one at a time.
ct_inline CT_MUST_USE enum ct_error ct_tim_pulse(struct ct_tim tim) {
    if (reg_get(tim.registers->CR1, TIM_CR1_CEN)) return CT_BUSY;
    reg_set(tim.registers->CR1, TIM_CR1_CEN);
    return CT_OK;
}

/* ---- as hal/ sees it; the object is the address of a struct ct_tim_pwm */

struct ct_tim_pwm {
    struct ct_tim tim;
    uint16_t clocks_per_us;
    uint8_t channel;
};

/// At file scope: a channel, which is connected elsewhere, as a PWM of hal/. The clock is whole MHz.
#define CT_TIM_PWM(name, timer, channel, clock_hz)                                                 \
    CT_TIM_CHECK_CHANNEL_(timer, channel);                                                         \
    _Static_assert((clock_hz) % 1000000 == 0, #name ": the clock of a PWM must be whole MHz");     \
    static const __attribute__((unused)) struct ct_tim_pwm name = {                                \
        {CT_REG_AT(TIM_regs, timer##_address_), timer##_bus_, timer##_bit_},                       \
        (clock_hz) / 1000000,                                                                      \
        (channel)}
/// A name of CT_TIM_PWM as a PWM of hal/.
#define CT_TIM_AS_PWM(name) ((struct ct_pwm){&ct_tim_pwm_ops, (void *)(uintptr_t)&(name)})

ct_inline uint16_t ct_tim_hal_pwm_most_(void *object) {
    return ct_tim_pwm_most(((const struct ct_tim_pwm *)object)->tim);
}
ct_inline enum ct_error ct_tim_hal_pwm_set_duty_(void *object, uint16_t duty) {
    const struct ct_tim_pwm *pwm = object;
    reg_write_raw(CT_TIM_CCR_(pwm->tim.registers, pwm->channel), duty);
    return CT_OK;
}
ct_inline enum ct_error ct_tim_hal_pwm_set_period_(void *object, uint32_t nanoseconds) {
    const struct ct_tim_pwm *pwm = object;
    const uint32_t clocks = nanoseconds / 1000u * pwm->clocks_per_us +
                            nanoseconds % 1000u * pwm->clocks_per_us / 1000u;
    if (clocks < 2) return CT_OUT_OF_RANGE;
    const uint32_t prescaler = (clocks - 1u) / 65535u;
    reg_write(pwm->tim.registers->PSC, TIM_PSC_PSC(prescaler));
    reg_write(pwm->tim.registers->ARR, TIM_ARR_ARR(clocks / (prescaler + 1u) - 1u));
    return CT_OK;
}
static const __attribute__((unused)) struct ct_pwm_ops ct_tim_pwm_ops = {
    ct_tim_hal_pwm_most_, ct_tim_hal_pwm_set_duty_, ct_tim_hal_pwm_set_period_};

#endif
