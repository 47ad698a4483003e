// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Timers of the STM32F4: claims, count-down, periodic interrupts and delays.
///
///     CT_TIM(sampling, TIM3);                                   // claims TIM3
///     CT_TIM(tim4, TIM4);
///     CT_TIM_MICROSECONDS(pause, tim4, board_timers1_hz);       // for count-downs, delays, periods
///
///     ct_tim_start_periodic(sampling, board_timers1_hz, 1000);  // checked at compile time
///     ct_tim_listen(sampling);                                  // its interrupt comes 1000 times a second
///     if (ct_tim_take(sampling)) samples++;                     // in the handler
///     CT_MUST(ct_countdown_start(CT_TIM_COUNTDOWN(pause), 250));
///
/// What needs channels is in <corten/tim_pwm.h> and <corten/tim_input.h>. A timer's clock is NAME_timers1_hz
/// of CT_CLOCK_TREE for TIM2 to 7 and 12 to 14, NAME_timers2_hz for TIM1 and 8 to 11.
/// RM0090 17 to 20, RM0368 12 to 14.
#ifndef CORTEN_TIM_H
#define CORTEN_TIM_H

#include <corten/apb.h>
#include <corten/claim.h>
#include <corten/hal/timer.h>

/// A timer. Made by CT_TIM; a constant, so that nothing of it is left in the machine code.
struct ct_tim {
    struct TIM_regs *registers;
    uint8_t bus;        ///< APB 1 or 2
    uint8_t enable_bit; ///< of the bus's enable register
};

/// At file scope: claims a timer of the chip under a name. Refused: one that is claimed already
/// ("TIM3_is_already_claimed"), one that the chip has not ("TIM8 undeclared").
#define CT_TIM(name, instance)                                                                     \
    CT_CLAIM_(instance);                                                                           \
    CT_TIM_CLAIMED(name, instance)

/// The same without the claim, for headers whose source file has it.
#define CT_TIM_CLAIMED(name, instance) CT_TIM_MAKE_(name, instance, CT_TIM_OF_##instance)
#define CT_TIM_MAKE_(name, instance, ...) CT_TIM_MAKE1_(name, instance, __VA_ARGS__)
#define CT_TIM_MAKE1_(name, instance, address, bus, bit, bits, channels, complements, encoder)     \
    enum {                                                                                         \
        name##_address_ = (address),                                                               \
        name##_bus_ = (bus),                                                                       \
        name##_bit_ = (bit),                                                                       \
        name##_bits_ = (bits),                                                                     \
        name##_channels_ = (channels),                                                             \
        name##_complements_ = (complements),                                                       \
        name##_encoder_ = (encoder),                                                               \
        name##_exists_ = sizeof(*instance),                                                        \
    };                                                                                             \
    static const __attribute__((unused)) struct ct_tim name = {CT_REG_AT(TIM_regs, address), bus, bit}

// address, bus, bit, bits of the counter, channels, of these with a complementary output, 1 with an
// encoder interface: RM0090 table 1, 7.3.13, 7.3.14 and the heads of 17 to 20.
#define CT_TIM_OF_TIM1  0x40010000u, 2, 0, 16, 4, 3, 1
#define CT_TIM_OF_TIM2  0x40000000u, 1, 0, 32, 4, 0, 1
#define CT_TIM_OF_TIM3  0x40000400u, 1, 1, 16, 4, 0, 1
#define CT_TIM_OF_TIM4  0x40000800u, 1, 2, 16, 4, 0, 1
#define CT_TIM_OF_TIM5  0x40000C00u, 1, 3, 32, 4, 0, 1
#define CT_TIM_OF_TIM6  0x40001000u, 1, 4, 16, 0, 0, 0
#define CT_TIM_OF_TIM7  0x40001400u, 1, 5, 16, 0, 0, 0
#define CT_TIM_OF_TIM8  0x40010400u, 2, 1, 16, 4, 3, 1
#define CT_TIM_OF_TIM9  0x40014000u, 2, 16, 16, 2, 0, 0
#define CT_TIM_OF_TIM10 0x40014400u, 2, 17, 16, 1, 0, 0
#define CT_TIM_OF_TIM11 0x40014800u, 2, 18, 16, 1, 0, 0
#define CT_TIM_OF_TIM12 0x40001800u, 1, 6, 16, 2, 0, 0
#define CT_TIM_OF_TIM13 0x40001C00u, 1, 7, 16, 1, 0, 0
#define CT_TIM_OF_TIM14 0x40002000u, 1, 8, 16, 1, 0, 0

// Stands before every use of a timer by its name, so that what was never claimed is said in a sentence.
#define CT_TIM_IS_CLAIMED_(tim)                                                                    \
    _Static_assert(__builtin_types_compatible_p(__typeof__(tim), const struct ct_tim),             \
                   #tim " was never claimed: it needs a CT_TIM at file scope")

/* ---- Periods. Ticks are what the prescaler lets through. */

/// Clocks a period, rounded to the nearest.
#define CT_TIM_CLOCKS(clock_hz, hz) (((uint64_t)(clock_hz) + (uint64_t)(hz) / 2u) / (uint64_t)(hz))
/// The prescaler (register PSC) with which so many clocks fit into a counter of 16 bits with one to
/// spare, so that a compare value can lie above the last.
#define CT_TIM_PRESCALER(clocks) ((uint32_t)(((uint64_t)(clocks)-1u) / 65535u))
/// Ticks a period with that prescaler, rounded to the nearest: 1 to 65535.
#define CT_TIM_TICKS(clocks)                                                                       \
    ((uint32_t)(((uint64_t)(clocks) + (CT_TIM_PRESCALER(clocks) + 1u) / 2u) /                      \
                (CT_TIM_PRESCALER(clocks) + 1u)))

/// `subject: …`, at compile time: the frequency is one that the timer can make within 1 %.
#define CT_TIM_CHECK_HZ(subject, clock_hz, hz)                                                     \
    _Static_assert((hz) > 0 && (uint64_t)(hz)*2u <= (uint64_t)(clock_hz) &&                        \
                       CT_TIM_CLOCKS(clock_hz, (hz) ? (hz) : 1) <= 65536ull * 65535u,              \
                   subject ": this timer cannot make this frequency from its clock");              \
    _Static_assert(CT_TIM_IS_NEAR_((uint64_t)(clock_hz),                                           \
                                   (uint64_t)(hz)*CT_TIM_REAL_(CT_TIM_CLOCKS(clock_hz, (hz) ? (hz) : 1))), \
                   subject ": this frequency is off by more than 1 % at this clock")
#define CT_TIM_REAL_(clocks)       ((uint64_t)CT_TIM_TICKS(clocks) * (CT_TIM_PRESCALER(clocks) + 1u))
#define CT_TIM_IS_NEAR_(a, b)      (((a) > (b) ? (a) - (b) : (b) - (a)) * 100u <= (b))

/// Turns a timer on that overflows so many times a second; its counter goes up, from 0. `clock_hz`
/// and `hz` are constants: clock_hz / 2^32 to clock_hz / 2, within 1 %, or it does not compile. Init.
#define ct_tim_start_periodic(tim, clock_hz, hz)                                                   \
    do {                                                                                           \
        CT_TIM_IS_CLAIMED_(tim);                                                                   \
        CT_TIM_CHECK_HZ(#tim, clock_hz, hz);                                                       \
        ct_tim_start_with((tim), CT_TIM_PRESCALER(CT_TIM_CLOCKS(clock_hz, hz)),                    \
                          CT_TIM_TICKS(CT_TIM_CLOCKS(clock_hz, hz)));                              \
    } while (0)

/// The same with a prescaler (0 to 65535) and ticks a period (2 to 65536; 2^32 for TIM2 and 5 as 0)
/// that somebody has checked.
ct_inline void ct_tim_start_with(struct ct_tim tim, uint32_t prescaler, uint32_t ticks) {
    struct TIM_regs *registers = tim.registers;
    ct_apb_enable(tim.bus, tim.enable_bit);
    reg_write_raw(registers->CR1, reg_mask(TIM_CR1_URS)); // stopped; UG makes no interrupt
    reg_write(registers->PSC, TIM_PSC_PSC(prescaler));
    reg_write(registers->ARR, TIM_ARR_ARR(ticks - 1u));
    reg_write(registers->EGR, TIM_EGR_UG(1)); // the prescaler takes effect, the counter is 0
    reg_write_raw(registers->SR, 0);
    reg_write(registers->CR1, TIM_CR1_URS_OverflowOnly, TIM_CR1_CEN(1));
}

/// Stops the counter where it is; its flags and settings stay. Not atomic with other changes of CR1.
ct_inline void ct_tim_stop(struct ct_tim tim) { reg_clear(tim.registers->CR1, TIM_CR1_CEN); }

/// Lets the counter go on.
ct_inline void ct_tim_go_on(struct ct_tim tim) { reg_set(tim.registers->CR1, TIM_CR1_CEN); }

/// From now on the timer's interrupt comes at every overflow. Not atomic: init, or CT_CRITICAL.
ct_inline void ct_tim_listen(struct ct_tim tim) { reg_set(tim.registers->DIER, TIM_DIER_UIE); }

/// It does not come for overflows any more.
ct_inline void ct_tim_ignore(struct ct_tim tim) { reg_clear(tim.registers->DIER, TIM_DIER_UIE); }

/// Whether the counter has overflowed since it was last asked. Any context, one at a time. The flag
/// is cleared by one store that leaves the other flags alone.
ct_inline bool ct_tim_take(struct ct_tim tim) {
    struct TIM_regs *registers = tim.registers;
    if (!reg_get(registers->SR, TIM_SR_UIF)) return false;
    reg_clear(registers->SR, TIM_SR_UIF);
    return true;
}

/// From now on each overflow asks for an element by DMA, of a stream that serves TIMx_UP: a duty a period, say,
/// by ct_dma_send(…, TIM3->CCR1, …). Not atomic: init, or CT_CRITICAL.
ct_inline void ct_tim_ask_dma(struct ct_tim tim) { reg_set(tim.registers->DIER, TIM_DIER_UDE); }

/// It does not ask any more.
ct_inline void ct_tim_spare_dma(struct ct_tim tim) { reg_clear(tim.registers->DIER, TIM_DIER_UDE); }

/// From now on each overflow is a pulse on the timer's trigger output, TRGO: it can start conversions
/// (CT_ADC_SEQUENCE_TRIGGERED, CT_ADC_STREAM_TRIGGERED). TIM1 to 9 and 12. RM0090 18.4.2. Init.
ct_inline void ct_tim_trigger_by_overflow(struct ct_tim tim) {
    reg_modify(tim.registers->CR2, TIM_CR2_MMS_Update);
}

/// The counter, in ticks. Any context.
ct_inline uint32_t ct_tim_count(struct ct_tim tim) { return reg_raw(tim.registers->CNT); }

/* ---- Count-down and periods in microseconds. No RAM: the state is in the timer. */

/// A timer that counts microseconds. Made by CT_TIM_MICROSECONDS.
struct ct_tim_us {
    struct ct_tim tim;
    uint16_t clocks_per_us;
    bool is_wide; ///< 32 bits
};

/// At file scope: microseconds on a claimed timer, whose clock, a constant, is whole MHz.
#define CT_TIM_MICROSECONDS(name, timer, clock_hz)                                                 \
    CT_TIM_IS_CLAIMED_(timer);                                                                     \
    _Static_assert((clock_hz) % 1000000 == 0 && (clock_hz) >= 1000000,                             \
                   #name ": the clock of a timer of microseconds must be whole MHz");              \
    static const __attribute__((unused)) struct ct_tim_us name = {                                 \
        {CT_REG_AT(TIM_regs, timer##_address_), timer##_bus_, timer##_bit_},                       \
        (clock_hz) / 1000000,                                                                      \
        timer##_bits_ == 32}

ct_inline void ct_tim_us_start_(struct ct_tim_us us, uint32_t prescaler, uint32_t ticks, bool once) {
    struct TIM_regs *registers = us.tim.registers;
    ct_apb_enable(us.tim.bus, us.tim.enable_bit);
    reg_write(registers->CR1, TIM_CR1_URS_OverflowOnly);
    reg_write(registers->PSC, TIM_PSC_PSC(prescaler));
    reg_write(registers->ARR, TIM_ARR_ARR(ticks - 1u));
    reg_write(registers->EGR, TIM_EGR_UG(1));
    reg_write_raw(registers->SR, 0);
    reg_write(registers->CR1, TIM_CR1_URS_OverflowOnly, TIM_CR1_OPM(once), TIM_CR1_CEN(1));
}

/// Begins to count down, also while it runs. TIM2 and TIM5: 1 µs to 2^32 - 1 µs. The others: to 2^32
/// clocks (25 s at 168 MHz), rounded up in steps of 1/65536 of the time. Never shorter than asked.
/// CT_OK, or CT_OUT_OF_RANGE. One context at a time; the first start, which gives the timer its clock in
/// a register that others share, belongs to init.
ct_inline CT_MUST_USE enum ct_error ct_tim_countdown_start(struct ct_tim_us us,
                                                           uint32_t microseconds) {
    uint32_t prescaler = us.clocks_per_us - 1u, ticks = microseconds;
    if (microseconds == 0) return CT_OUT_OF_RANGE;
    if (!us.is_wide || microseconds == 1) {
        if (microseconds > UINT32_MAX / us.clocks_per_us) return CT_OUT_OF_RANGE;
        const uint32_t last = microseconds * us.clocks_per_us - 1u;
        prescaler = last >> 16;
        ticks = last / (prescaler + 1u) + 1u;
    }
    ct_tim_us_start_(us, prescaler, ticks > 1 ? ticks : 2u, true); // with ARR 0 it stands still
    return CT_OK;
}

/// CT_WOULD_BLOCK while it runs, CT_OK once when the time has passed, then CT_INVALID.
ct_inline CT_MUST_USE enum ct_error ct_tim_countdown_wait(struct ct_tim_us us) {
    const bool runs = reg_get(us.tim.registers->CR1, TIM_CR1_CEN); // before it can end in between
    if (ct_tim_take(us.tim)) return CT_OK;
    return runs ? CT_WOULD_BLOCK : CT_INVALID;
}

/// CT_OK, or CT_INVALID: it does not run.
ct_inline CT_MUST_USE enum ct_error ct_tim_countdown_cancel(struct ct_tim_us us) {
    const bool runs = reg_get(us.tim.registers->CR1, TIM_CR1_CEN);
    ct_tim_stop(us.tim);
    return ct_tim_take(us.tim) || runs ? CT_OK : CT_INVALID;
}

/// Goes off every so many microseconds, exactly. CT_OK, or CT_OUT_OF_RANGE: above 65536 µs a timer of
/// 16 bits makes only what is a whole number of its ticks (1, 2, 3 … µs, up to 65536 clocks each).
ct_inline CT_MUST_USE enum ct_error ct_tim_periodic_start(struct ct_tim_us us,
                                                          uint32_t microseconds) {
    uint32_t tick = 1; // in µs
    if (microseconds == 0) return CT_OUT_OF_RANGE;
    if (microseconds == 1) { // not as one tick: with ARR 0 the counter stands still
        if (us.clocks_per_us == 1) return CT_OUT_OF_RANGE;
        ct_tim_us_start_(us, 0, us.clocks_per_us, false);
        return CT_OK;
    }
    if (!us.is_wide) {
        tick = ((microseconds - 1u) >> 16) + 1u;
        while (tick * us.clocks_per_us <= 65536u && microseconds % tick) tick++;
        if (tick * us.clocks_per_us > 65536u) return CT_OUT_OF_RANGE;
    }
    ct_tim_us_start_(us, tick * us.clocks_per_us - 1u, microseconds / tick, false);
    return CT_OK;
}

/// CT_OK once a period (several that have ended count as one: the timer cannot tell),
/// CT_WOULD_BLOCK until then, CT_INVALID when it does not run.
ct_inline CT_MUST_USE enum ct_error ct_tim_periodic_wait(struct ct_tim_us us) {
    return ct_tim_countdown_wait(us);
}

/// CT_OK, or CT_INVALID: it does not run.
ct_inline CT_MUST_USE enum ct_error ct_tim_periodic_cancel(struct ct_tim_us us) {
    const bool runs = reg_get(us.tim.registers->CR1, TIM_CR1_CEN);
    ct_tim_stop(us.tim);
    reg_clear(us.tim.registers->SR, TIM_SR_UIF);
    return runs ? CT_OK : CT_INVALID;
}

/* ---- as hal/ sees them; the object is the address of a struct ct_tim_us */

/// A name of CT_TIM_MICROSECONDS as a count-down of hal/; with CT_DELAY_BY_COUNTDOWN, a delay.
#define CT_TIM_COUNTDOWN(name) ((struct ct_countdown){&ct_tim_countdown_ops, (void *)(uintptr_t)&(name)})
/// The same as a periodic timer of hal/.
#define CT_TIM_PERIODIC(name) ((struct ct_periodic){&ct_tim_periodic_ops, (void *)(uintptr_t)&(name)})

ct_inline enum ct_error ct_tim_hal_countdown_start_(void *object, uint32_t microseconds) {
    return ct_tim_countdown_start(*(const struct ct_tim_us *)object, microseconds);
}
ct_inline enum ct_error ct_tim_hal_countdown_cancel_(void *object) {
    return ct_tim_countdown_cancel(*(const struct ct_tim_us *)object);
}
ct_inline enum ct_error ct_tim_hal_wait_(void *object) {
    return ct_tim_countdown_wait(*(const struct ct_tim_us *)object);
}
ct_inline enum ct_error ct_tim_hal_periodic_start_(void *object, uint32_t microseconds) {
    return ct_tim_periodic_start(*(const struct ct_tim_us *)object, microseconds);
}
ct_inline enum ct_error ct_tim_hal_periodic_cancel_(void *object) {
    return ct_tim_periodic_cancel(*(const struct ct_tim_us *)object);
}
static const __attribute__((unused)) struct ct_countdown_ops ct_tim_countdown_ops = {
    ct_tim_hal_countdown_start_, ct_tim_hal_wait_, ct_tim_hal_countdown_cancel_};
static const __attribute__((unused)) struct ct_periodic_ops ct_tim_periodic_ops = {
    ct_tim_hal_periodic_start_, ct_tim_hal_wait_, ct_tim_hal_periodic_cancel_};

#endif
