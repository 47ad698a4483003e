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
///
/// Contexts, here and in all of hal/: an operation may be called where the implementation says so,
/// interrupts included, by one context at a time; a driver adds no lock. What several contexts use
/// is shared with CT_SHARED, or through <corten/hal/spi_shared.h> and its like.
#ifndef CORTEN_HAL_PIN_H
#define CORTEN_HAL_PIN_H

#include <corten/error.h>
#include <corten/hal/instance.h>

/* ---- outputs */

/// What an output can do. Each is called with the pin's object and returns CT_OK or the error of
/// what lies between (a bus, for a pin of an expander); pins of the chip itself cannot fail.
struct ct_output_ops {
    enum ct_error (*set_high)(void *object);
    enum ct_error (*set_low)(void *object);
    enum ct_error (*toggle)(void *object); ///< NULL where it has no memory of its level
    int (*is_set_high)(void *object);      ///< 1, 0 or a negative enum ct_error; NULL: cannot tell
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

/// Drives the pin to the other level. CT_UNSUPPORTED where the pin does not know its level.
ct_inline CT_MUST_USE enum ct_error ct_output_toggle(struct ct_output_pin pin) {
    return pin.ops->toggle ? pin.ops->toggle(pin.object) : CT_UNSUPPORTED;
}

/// What the pin was last told (not what the wire shows): 1 high, 0 low, or a negative enum
/// ct_error; CT_UNSUPPORTED where the pin cannot tell.
ct_inline CT_MUST_USE int ct_output_is_set_high(struct ct_output_pin pin) {
    return pin.ops->is_set_high ? pin.ops->is_set_high(pin.object) : CT_UNSUPPORTED;
}

/* ---- inputs */

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

/// The opposite: 1 low, 0 high, or a negative enum ct_error.
ct_inline CT_MUST_USE int ct_input_is_low(struct ct_input_pin pin) {
    const int high = pin.ops->is_high(pin.object);
    return high < 0 ? high : !high;
}

/* ---- both ways */

/// What a pin that both drives and listens can do.
struct ct_bidirectional_ops {
    enum ct_error (*drive)(void *object, bool high);
    enum ct_error (*release)(void *object);
    int (*is_high)(void *object);
};

/// A pin whose direction changes while it is used: the data line of 1-Wire or I2C. Push-pull or
/// open-drain is the implementation's: an open-drain pin that is driven high is released, and the
/// pull-up resistor does the rest.
struct ct_bidirectional_pin {
    const struct ct_bidirectional_ops *ops;
    void *object;
};

/// Makes it an output of that level. No other level shows in between.
ct_inline CT_MUST_USE enum ct_error ct_bidirectional_drive(struct ct_bidirectional_pin pin,
                                                           bool high) {
    return pin.ops->drive(pin.object, high);
}

/// Lets go of the wire: an input from now on.
ct_inline CT_MUST_USE enum ct_error ct_bidirectional_release(struct ct_bidirectional_pin pin) {
    return pin.ops->release(pin.object);
}

/// The level of the wire, driven by whomever: 1, 0 or a negative enum ct_error.
ct_inline CT_MUST_USE int ct_bidirectional_is_high(struct ct_bidirectional_pin pin) {
    return pin.ops->is_high(pin.object);
}

/* ---- waiting for edges */

enum ct_edges { CT_EDGE_RISING = 1, CT_EDGE_FALLING = 2, CT_EDGE_BOTH = 3 };

/// What an input that notices edges can do.
struct ct_edge_ops {
    int (*is_high)(void *object);
    /// From now on these edges are noticed; one noticed before is forgotten. CT_OK, or
    /// CT_UNSUPPORTED for edges it cannot notice.
    enum ct_error (*listen)(void *object, enum ct_edges edges);
    /// CT_OK when one or more have come since listen or the last take, which forgets them;
    /// CT_WOULD_BLOCK while none has.
    enum ct_error (*take)(void *object);
    enum ct_error (*ignore)(void *object); ///< edges are not noticed any more
};

/// An input that notices edges while nobody looks. One waiter at a time.
struct ct_edge_pin {
    const struct ct_edge_ops *ops;
    void *object;
};

/// The level of the wire: 1, 0 or a negative enum ct_error.
ct_inline CT_MUST_USE int ct_edge_is_high(struct ct_edge_pin pin) {
    return pin.ops->is_high(pin.object);
}

/// Begins to notice edges; what came before is forgotten.
///
///     CT_MUST(ct_edge_listen(pin, CT_EDGE_FALLING));
///     CT_MUST(CT_BLOCK(ct_edge_take(pin)));              // or CT_AWAIT: the handler wakes the task
ct_inline CT_MUST_USE enum ct_error ct_edge_listen(struct ct_edge_pin pin, enum ct_edges edges) {
    return pin.ops->listen(pin.object, edges);
}

/// CT_OK once for the edges that have come, else CT_WOULD_BLOCK.
ct_inline CT_MUST_USE enum ct_error ct_edge_take(struct ct_edge_pin pin) {
    return pin.ops->take(pin.object);
}

/// Ends to notice edges.
ct_inline CT_MUST_USE enum ct_error ct_edge_ignore(struct ct_edge_pin pin) {
    return pin.ops->ignore(pin.object);
}

/// CT_OK when the wire has that level now, or the edge to it has been noticed, however short the
/// level was; else CT_WOULD_BLOCK. Listen to CT_EDGE_RISING (for high) or CT_EDGE_FALLING before.
ct_inline CT_MUST_USE enum ct_error ct_edge_take_level(struct ct_edge_pin pin, bool high) {
    const enum ct_error edge = pin.ops->take(pin.object);
    if (edge != CT_WOULD_BLOCK) return edge;
    const int is = pin.ops->is_high(pin.object);
    return is < 0 ? (enum ct_error)is : is == high ? CT_OK : CT_WOULD_BLOCK;
}

#endif
