// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A buzzer on an output of a timer: tones and melodies.
///
///     CT_BUZZER_DEFINE(buzzer, .pwm = TONE_OUTPUT, .delay = DELAY);
///     static const struct ct_note ready[] = {{440, 100}, {0, 50}, {880, 200}};   // Hz, ms
///     CT_MUST(buzzer_play(ready, 3));                    // waits for the end
///     CT_MUST(buzzer_on(2000));                          // does not wait
///     CT_MUST(buzzer_off());
///
/// For a buzzer without an oscillator of its own; one with is a lamp (<corten/drivers/led.h>).
/// Contexts: those of the output.
#ifndef CORTEN_DRIVERS_BUZZER_H
#define CORTEN_DRIVERS_BUZZER_H

#include <corten/drivers/define.h>
#include <corten/hal/delay.h>
#include <corten/hal/pwm.h>

struct ct_buzzer {
    struct ct_pwm pwm;
    struct ct_delay delay; ///< for ct_buzzer_play()
};

/// A tone and how long it sounds; 0 Hz is a rest.
struct ct_note {
    uint16_t hz;
    uint16_t ms;
};

/// Silence.
ct_inline CT_MUST_USE enum ct_error ct_buzzer_off(struct ct_buzzer buzzer) {
    return ct_pwm_set_off(buzzer.pwm);
}

/// A tone from now on, of 1 Hz or more. CT_OK; CT_OUT_OF_RANGE: 0, or one that the timer cannot
/// make; CT_UNSUPPORTED: its period is fixed; or the output's error.
ct_inline CT_MUST_USE enum ct_error ct_buzzer_on(struct ct_buzzer buzzer, uint32_t hz) {
    if (hz == 0) return CT_OUT_OF_RANGE;
    const enum ct_error e = ct_pwm_set_period(buzzer.pwm, (1000000000u + hz / 2) / hz);
    return e ? e : ct_pwm_set_fraction(buzzer.pwm, 1, 2);
}

/// Plays notes, one after the other, then is silent; so it is after an error, which it returns.
ct_inline CT_MUST_USE enum ct_error ct_buzzer_play(struct ct_buzzer buzzer,
                                                   const struct ct_note *notes, size_t count) {
    enum ct_error e = CT_OK;
    for (; count && !e; count--, notes++) {
        e = notes->hz ? ct_buzzer_on(buzzer, notes->hz) : ct_buzzer_off(buzzer);
        if (!e) ct_delay_ms(buzzer.delay, notes->ms);
    }
    const enum ct_error last = ct_buzzer_off(buzzer);
    return e ? e : last;
}

/// At file scope: NAME_on(hz), NAME_off() and NAME_play(notes, count) for one buzzer, not inlined.
#define CT_BUZZER_DEFINE(name, ...)                                                                \
    CT_DRIVER_FUNCTION(enum ct_error, name##_on, (uint32_t hz),                                    \
                       ct_buzzer_on((struct ct_buzzer){__VA_ARGS__}, hz))                          \
    CT_DRIVER_FUNCTION(enum ct_error, name##_off, (void),                                          \
                       ct_buzzer_off((struct ct_buzzer){__VA_ARGS__}))                             \
    CT_DRIVER_FUNCTION(enum ct_error, name##_play, (const struct ct_note *notes, size_t count),    \
                       ct_buzzer_play((struct ct_buzzer){__VA_ARGS__}, notes, count))

#endif
