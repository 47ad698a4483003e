// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Pulse-width modulation: one output of a timer.
///
///     CT_MUST(ct_pwm_set_period(lamp, 1000000));         // 1 kHz, in nanoseconds
///     CT_MUST(ct_pwm_set_percent(lamp, 30));
///     CT_MUST(ct_pwm_set_fraction(lamp, 1, 3));
///     CT_MUST(ct_pwm_set_duty(lamp, ct_pwm_most(lamp) / 2));
///     CT_MUST(ct_pwm_set_off(lamp));
///
/// "On" is the active level, which the implementation states (high, unless it says more). A duty
/// takes effect at once or at the end of the running period, without a pulse of another width.
/// Contexts: the implementation's.
#ifndef CORTEN_HAL_PWM_H
#define CORTEN_HAL_PWM_H

#include <corten/error.h>
#include <corten/hal/instance.h>

struct ct_pwm_ops {
    /// The count that is fully on, at least 1. Changes with the period only.
    uint16_t (*most)(void *object);
    /// On for `duty` counts of `most`. 0 is off all the time, `most` on all the time.
    enum ct_error (*set_duty)(void *object, uint16_t duty);
    /// CT_OUT_OF_RANGE: a period that the timer cannot make. NULL: the period is fixed.
    enum ct_error (*set_period)(void *object, uint32_t nanoseconds);
};

struct ct_pwm {
    const struct ct_pwm_ops *ops;
    void *object;
};

/// The count that is fully on: the resolution. It depends on the period.
ct_inline CT_MUST_USE uint16_t ct_pwm_most(struct ct_pwm pwm) { return pwm.ops->most(pwm.object); }

/// On for `duty` counts of ct_pwm_most(). CT_OK, CT_OUT_OF_RANGE above it, or the output's error.
ct_inline CT_MUST_USE enum ct_error ct_pwm_set_duty(struct ct_pwm pwm, uint16_t duty) {
    return duty > pwm.ops->most(pwm.object) ? CT_OUT_OF_RANGE
                                            : pwm.ops->set_duty(pwm.object, duty);
}

/// Off all the time: not a single pulse.
ct_inline CT_MUST_USE enum ct_error ct_pwm_set_off(struct ct_pwm pwm) {
    return pwm.ops->set_duty(pwm.object, 0);
}

/// On all the time.
ct_inline CT_MUST_USE enum ct_error ct_pwm_set_on(struct ct_pwm pwm) {
    return pwm.ops->set_duty(pwm.object, pwm.ops->most(pwm.object));
}

/// On for a fraction of the time, rounded down to a count. CT_OUT_OF_RANGE: above 1, or of 0.
ct_inline CT_MUST_USE enum ct_error ct_pwm_set_fraction(struct ct_pwm pwm, uint16_t numerator,
                                                        uint16_t denominator) {
    if (denominator == 0 || numerator > denominator) return CT_OUT_OF_RANGE;
    const uint32_t duty = (uint32_t)numerator * pwm.ops->most(pwm.object) / denominator;
    return pwm.ops->set_duty(pwm.object, (uint16_t)duty);
}

/// On for 0 to 100 per cent of the time.
ct_inline CT_MUST_USE enum ct_error ct_pwm_set_percent(struct ct_pwm pwm, uint8_t percent) {
    return ct_pwm_set_fraction(pwm, percent, 100);
}

/// Another period, 1 ns to 4.29 s. Counts are another fraction then, so set the duty after it.
/// CT_OK, CT_OUT_OF_RANGE, or CT_UNSUPPORTED where it is fixed. Outputs that share a timer share
/// its period.
ct_inline CT_MUST_USE enum ct_error ct_pwm_set_period(struct ct_pwm pwm, uint32_t nanoseconds) {
    return pwm.ops->set_period ? pwm.ops->set_period(pwm.object, nanoseconds) : CT_UNSUPPORTED;
}

#endif
