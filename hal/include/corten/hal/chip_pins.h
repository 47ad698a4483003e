// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The pins of a chip as hal/ has them, from the chip's own verbs. Included by <corten/gpio.h> of each
/// chip, behind them; not for applications.
///
///     struct ct_gpio { uint8_t number; };                            // what a pin is on this chip
///     ct_inline void ct_gpio_set_high(struct ct_gpio pin) { levels |= 1u << pin.number; }
///     ct_inline void ct_gpio_set_low(struct ct_gpio pin) { levels &= ~(1u << pin.number); }
///     #include <corten/hal/chip_pins.h>
///     CT_MUST(ct_output_toggle(CT_GPIO_OUTPUT(lamp)));               // as drivers see it
///
/// It also needs ct_gpio_toggle(), ct_gpio_is_set_high() and ct_gpio_is_high(); and, where
/// CT_GPIO_TURNS is defined, ct_gpio_drive(pin, high) and ct_gpio_release(pin) for pins that change
/// their direction.
#ifndef CORTEN_HAL_CHIP_PINS_H
#define CORTEN_HAL_CHIP_PINS_H

#include <corten/hal/pin.h>

// The object of all these is the address of a struct ct_gpio.
#define CT_GPIO_OBJECT_(pin) ((void *)(uintptr_t)(const struct ct_gpio *)&(pin))

/// A claimed pin as an output of hal/; `pin` is the name given to CT_GPIO.
#define CT_GPIO_OUTPUT(pin) ((struct ct_output_pin){&ct_gpio_output_ops, CT_GPIO_OBJECT_(pin)})
/// A claimed pin as an input of hal/.
#define CT_GPIO_INPUT(pin) ((struct ct_input_pin){&ct_gpio_input_ops, CT_GPIO_OBJECT_(pin)})

ct_inline enum ct_error ct_gpio_hal_set_high_(void *pin) {
    ct_gpio_set_high(*(const struct ct_gpio *)pin);
    return CT_OK;
}
ct_inline enum ct_error ct_gpio_hal_set_low_(void *pin) {
    ct_gpio_set_low(*(const struct ct_gpio *)pin);
    return CT_OK;
}
ct_inline enum ct_error ct_gpio_hal_toggle_(void *pin) {
    ct_gpio_toggle(*(const struct ct_gpio *)pin);
    return CT_OK;
}
ct_inline int ct_gpio_hal_is_set_high_(void *pin) {
    return ct_gpio_is_set_high(*(const struct ct_gpio *)pin);
}
ct_inline int ct_gpio_hal_is_high_(void *pin) { return ct_gpio_is_high(*(const struct ct_gpio *)pin); }

static const __attribute__((unused)) struct ct_output_ops ct_gpio_output_ops = {
    ct_gpio_hal_set_high_, ct_gpio_hal_set_low_, ct_gpio_hal_toggle_, ct_gpio_hal_is_set_high_};
static const __attribute__((unused)) struct ct_input_ops ct_gpio_input_ops = {ct_gpio_hal_is_high_};

/* ---- both ways */

#ifdef CT_GPIO_TURNS
/// A claimed pin, an input before, as a pin of hal/ that drives and listens.
#    define CT_GPIO_BIDIRECTIONAL(pin)                                                             \
        ((struct ct_bidirectional_pin){&ct_gpio_bidirectional_ops, CT_GPIO_OBJECT_(pin)})

ct_inline enum ct_error ct_gpio_hal_drive_(void *pin, bool high) {
    ct_gpio_drive(*(const struct ct_gpio *)pin, high);
    return CT_OK;
}
ct_inline enum ct_error ct_gpio_hal_release_(void *pin) {
    ct_gpio_release(*(const struct ct_gpio *)pin);
    return CT_OK;
}
static const __attribute__((unused)) struct ct_bidirectional_ops ct_gpio_bidirectional_ops = {
    ct_gpio_hal_drive_, ct_gpio_hal_release_, ct_gpio_hal_is_high_};
#endif

/* ---- edges */

/// At file scope: `struct ct_edge_pin NAME`, an input whose edges are noticed, and
/// `bool NAME_interrupt(void)` for the handler of its interrupt: whether the interrupt was for this
/// pin; then wake whoever waits. Without a handler the edges are noticed too, by whoever looks. The
/// three verbs are the chip's: from now on, whether one has come (and forget it), not any more.
#define CT_GPIO_EDGES_(name, pin, listen_, take_, ignore_)                                         \
    static volatile bool name##_noticed_;                                                          \
    ct_inline bool name##_interrupt(void) {                                                        \
        const bool is = take_(pin);                                                                \
        if (is) name##_noticed_ = true;                                                            \
        return is;                                                                                 \
    }                                                                                              \
    ct_outline enum ct_error name##_listen_(void *object, enum ct_edges edges) {                   \
        (void)object;                                                                              \
        listen_(pin, edges);                                                                       \
        name##_noticed_ = false;                                                                   \
        return CT_OK;                                                                              \
    }                                                                                              \
    ct_inline enum ct_error name##_take_(void *object) {                                           \
        (void)object;                                                                              \
        (void)name##_interrupt();                                                                  \
        if (!name##_noticed_) return CT_WOULD_BLOCK;                                               \
        name##_noticed_ = false; /* one that comes just now is one with those before */            \
        return CT_OK;                                                                              \
    }                                                                                              \
    ct_outline enum ct_error name##_ignore_(void *object) {                                        \
        (void)object;                                                                              \
        ignore_(pin);                                                                              \
        return CT_OK;                                                                              \
    }                                                                                              \
    ct_inline int name##_is_high_(void *object) {                                                  \
        (void)object;                                                                              \
        return ct_gpio_is_high(pin);                                                               \
    }                                                                                              \
    static const struct ct_edge_ops name##_edge_ops_ = {name##_is_high_, name##_listen_,           \
                                                        name##_take_, name##_ignore_};             \
    static const __attribute__((unused)) struct ct_edge_pin name = {&name##_edge_ops_, NULL}

#endif
