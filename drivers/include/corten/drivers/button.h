// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A push button on an input pin: debounced; clicks, double clicks, long presses.
///
///     CT_BUTTON_DEFINE(key, .pin = KEY_PIN, .is_pressed_when_low = true);
///     enum ct_click click;
///     CT_MUST(key_update(milliseconds, &click));                  // every 1 to 10 ms
///     if (click == CT_CLICK_DOUBLE) next_page();
///     if (key_is_pressed()) brighten();
///
/// What the clicks are, and when they become known, is said in <corten/drivers/clicks.h>. Look at
/// it from one context, a periodic task for instance; the button is then as accurate as the period.
#ifndef CORTEN_DRIVERS_BUTTON_H
#define CORTEN_DRIVERS_BUTTON_H

#include <corten/drivers/clicks.h>
#include <corten/drivers/define.h>
#include <corten/hal/pin.h>

struct ct_button_state {
    struct ct_debounce contact;
    struct ct_clicks clicks;
};

/// Wiring and times; 0 for a time is its default.
struct ct_button {
    struct ct_input_pin pin;
    bool is_pressed_when_low;      ///< it pulls the pin to ground
    uint16_t settle_ms;            ///< a level counts when it has been there so long; 20
    uint16_t again_ms;             ///< a second click in so much time makes a double one; 300
    uint16_t hold_ms;              ///< a press is long from then on; 800
    bool has_no_double;            ///< report clicks at once, wait for no second one
    struct ct_button_state *state; ///< all zero at the start
};

/// Looks at the pin. `now` is a time in milliseconds that wraps at 2^32. CT_OK and what has become
/// known, mostly CT_CLICK_NONE; or the pin's error, and nothing has changed.
ct_inline CT_MUST_USE enum ct_error ct_button_update(struct ct_button button, uint32_t now,
                                                     enum ct_click *click) {
    *click = CT_CLICK_NONE;
    const int level = ct_input_is_high(button.pin);
    if (level < 0) return (enum ct_error)level;
    ct_debounce_update(&button.state->contact, level != button.is_pressed_when_low, now,
                       button.settle_ms ? button.settle_ms : 20);
    *click = ct_clicks_update(&button.state->clicks, button.state->contact.is_closed, now,
                              button.has_no_double ? 0
                              : button.again_ms    ? button.again_ms
                                                   : 300,
                              button.hold_ms ? button.hold_ms : 800);
    return CT_OK;
}

/// Whether it was pressed (debounced) at the last look.
ct_inline bool ct_button_is_pressed(struct ct_button button) {
    return button.state->contact.is_closed;
}

/// At file scope: a button with its state. NAME_update(now, &click) and NAME_is_pressed(), not
/// inlined, are the functions above for it.
#define CT_BUTTON_DEFINE(name, ...)                                                                \
    static struct ct_button_state name##_state_;                                                   \
    CT_DRIVER_FUNCTION(enum ct_error, name##_update, (uint32_t now, enum ct_click *click),         \
                       ct_button_update(CT_BUTTON_(name, __VA_ARGS__), now, click))                \
    CT_DRIVER_FUNCTION(bool, name##_is_pressed, (void),                                            \
                       ct_button_is_pressed(CT_BUTTON_(name, __VA_ARGS__)))
#define CT_BUTTON_(name, ...) ((struct ct_button){__VA_ARGS__, .state = &name##_state_})

#endif
