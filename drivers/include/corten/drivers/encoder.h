// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A rotary encoder on two input pins: how many detents it was turned, and which way.
///
///     CT_ENCODER_DEFINE(knob, .a = KNOB_A, .b = KNOB_B);
///     CT_MUST(knob_update());                            // every millisecond, or at each edge
///     volume += knob_take();                             // detents since the last take
///     if (knob_skipped()) look_more_often();
///
/// The two contacts change one after the other, four steps a cycle, and most knobs have one detent a
/// cycle. A contact that bounces steps back and forth, which cancels out: no debouncing is needed as
/// long as every step is seen. Update and take from one context, or share the encoder.
#ifndef CORTEN_DRIVERS_ENCODER_H
#define CORTEN_DRIVERS_ENCODER_H

#include <corten/drivers/define.h>
#include <corten/hal/pin.h>

struct ct_encoder_state {
    bool has_started_;
    uint8_t phase_;   // 0 to 3: where in the cycle the contacts are
    int32_t steps;    ///< four a cycle, since the last take, without whole detents taken
    uint32_t skipped; ///< both contacts had changed between two looks: a step of unknown way
};

struct ct_encoder {
    struct ct_input_pin a, b;
    uint8_t steps_a_detent; ///< 4, 2 or 1; 0 stands for 4
    bool is_reversed;       ///< counts down where it would count up (b leads a)
    struct ct_encoder_state *state;
};

/// Takes in the levels of both contacts: -1, 0 or 1 step. Up is the sequence 00, 10, 11, 01 of a, b.
/// Two changes at a time are no step and are counted as skipped. Computation only.
ct_inline int ct_encoder_step(struct ct_encoder_state *state, bool a, bool b) {
    const uint8_t phase = (uint8_t)(b ? 3 - a : a); // the Gray code as a number
    const uint8_t moved = (uint8_t)((phase - state->phase_) & 3);
    const bool first = !state->has_started_;
    state->phase_ = phase;
    state->has_started_ = true;
    if (first) return 0;
    state->skipped += moved == 2;
    const int step = moved == 1 ? 1 : moved == 3 ? -1 : 0;
    state->steps += step;
    return step;
}

/// Looks at both pins. CT_OK, or a pin's error, and nothing has changed.
ct_inline CT_MUST_USE enum ct_error ct_encoder_update(struct ct_encoder encoder) {
    const int a = ct_input_is_high(encoder.a), b = ct_input_is_high(encoder.b);
    if (a < 0) return (enum ct_error)a;
    if (b < 0) return (enum ct_error)b;
    ct_encoder_step(encoder.state, encoder.is_reversed ? b : a, encoder.is_reversed ? a : b);
    return CT_OK;
}

/// Whole detents since the last take, up positive. Less than half a detent is left to stand, so that
/// a shaft between two detents does not tremble.
ct_inline int32_t ct_encoder_take(struct ct_encoder encoder) {
    const int32_t each = encoder.steps_a_detent ? encoder.steps_a_detent : 4;
    const int32_t detents = encoder.state->steps / each;
    encoder.state->steps -= detents * each;
    return detents;
}

/// At file scope: an encoder with its state, and for it NAME_update(), NAME_take() and
/// NAME_skipped(), the number of looks that came too late.
#define CT_ENCODER_DEFINE(name, ...)                                                               \
    static struct ct_encoder_state name##_state_;                                                  \
    CT_DRIVER_FUNCTION(enum ct_error, name##_update, (void),                                       \
                       ct_encoder_update(CT_ENCODER_(name, __VA_ARGS__)))                          \
    CT_DRIVER_FUNCTION(int32_t, name##_take, (void),                                               \
                       ct_encoder_take(CT_ENCODER_(name, __VA_ARGS__)))                            \
    ct_inline uint32_t name##_skipped(void) { return name##_state_.skipped; }
#define CT_ENCODER_(name, ...) ((struct ct_encoder){__VA_ARGS__, .state = &name##_state_})

#endif
