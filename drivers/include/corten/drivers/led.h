// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A lamp on an output pin, on when the pin is high or when it is low.
///
///     #define POWER ((struct ct_led){.pin = BOARD_LED, .is_on_when_low = true})
///     enum ct_error e = ct_led_on(POWER);
///     if (!e) e = ct_led_toggle(POWER);
///     if (!e) e = ct_led_set(POWER, is_charged);
///
/// A lamp is wiring only, no state: one that is a constant costs the store to the pin's register.
/// The contexts and errors are the pin's.
#ifndef CORTEN_DRIVERS_LED_H
#define CORTEN_DRIVERS_LED_H

#include <corten/hal/pin.h>

struct ct_led {
    struct ct_output_pin pin;
    bool is_on_when_low; ///< the other end is at the supply
};

/// CT_OK or the pin's error.
ct_inline CT_MUST_USE enum ct_error ct_led_set(struct ct_led led, bool on) {
    return ct_output_set(led.pin, on != led.is_on_when_low);
}
ct_inline CT_MUST_USE enum ct_error ct_led_on(struct ct_led led) { return ct_led_set(led, true); }
ct_inline CT_MUST_USE enum ct_error ct_led_off(struct ct_led led) { return ct_led_set(led, false); }
ct_inline CT_MUST_USE enum ct_error ct_led_toggle(struct ct_led led) {
    return ct_output_toggle(led.pin);
}

/// Whether it was last told to be on: 1, 0, or a negative enum ct_error (CT_UNSUPPORTED where the
/// pin cannot tell).
ct_inline CT_MUST_USE int ct_led_is_on(struct ct_led led) {
    const int high = ct_output_is_set_high(led.pin);
    return high < 0 ? high : high != led.is_on_when_low;
}

#endif
