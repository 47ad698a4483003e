// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Digital pins: the interface that drivers are written against.
///
///     ct_inline enum ct_error pulse(struct ct_output_pin pin) {     // any pin of any chip
///         const enum ct_error e = ct_output_set_high(pin);
///         return e ? e : ct_output_set_low(pin);
///     }
///     CT_INSTANCE(enum ct_error, pulse_led, pulse, (BOARD_LED));    // two stores: nothing is called
///
/// A pin is a pair of operations and object. Where both are constants and the body above is
/// ct_inline, the operations fold into it; where they are variables, the same pair is a late bound
/// pin: a mock, or one chosen at run time. "High" and "low" are levels of the wire: whether a lamp
/// is on then is the circuit's matter.
#ifndef CORTEN_HAL_PIN_H
#define CORTEN_HAL_PIN_H

#include <corten/error.h>
#include <corten/hal/instance.h>

/// What an output can do. Each is called with the pin's object and returns CT_OK or the error of
/// what lies between (a bus, for a pin of an expander); pins of the chip itself cannot fail.
struct ct_output_ops {
    enum ct_error (*set_high)(void *object);
    enum ct_error (*set_low)(void *object);
    enum ct_error (*toggle)(void *object);
    int (*is_set_high)(void *object); ///< 1, 0 or a negative enum ct_error; NULL: cannot tell
};

/// A push-pull or open-drain output, ready to be used.
struct ct_output_pin {
    const struct ct_output_ops *ops;
    void *object;
};

/// Drives the pin high. CT_OK or the pin's error. The contexts are those of the pin.
ct_inline CT_MUST_USE enum ct_error ct_output_set_high(struct ct_output_pin pin) {
    return pin.ops->set_high(pin.object);
}

/// Drives the pin low.
ct_inline CT_MUST_USE enum ct_error ct_output_set_low(struct ct_output_pin pin) {
    return pin.ops->set_low(pin.object);
}

/// Drives the pin high or low.
ct_inline CT_MUST_USE enum ct_error ct_output_set(struct ct_output_pin pin, bool high) {
    return high ? pin.ops->set_high(pin.object) : pin.ops->set_low(pin.object);
}

/// Drives the pin to the other level.
ct_inline CT_MUST_USE enum ct_error ct_output_toggle(struct ct_output_pin pin) {
    return pin.ops->toggle(pin.object);
}

/// What the pin was last told (not what the wire shows): 1 high, 0 low, or a negative enum
/// ct_error; CT_UNSUPPORTED where the pin cannot tell.
ct_inline CT_MUST_USE int ct_output_is_set_high(struct ct_output_pin pin) {
    return pin.ops->is_set_high ? pin.ops->is_set_high(pin.object) : CT_UNSUPPORTED;
}

/// What an input can do: the level of the wire, 1 or 0, or a negative enum ct_error.
struct ct_input_ops {
    int (*is_high)(void *object);
};

/// An input, ready to be used.
struct ct_input_pin {
    const struct ct_input_ops *ops;
    void *object;
};

/// The level of the wire: 1 high, 0 low, or a negative enum ct_error.
ct_inline CT_MUST_USE int ct_input_is_high(struct ct_input_pin pin) {
    return pin.ops->is_high(pin.object);
}

#endif
