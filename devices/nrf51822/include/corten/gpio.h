// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Pins of the nRF51822, and the outputs and inputs of hal/ on them.
///
///     CT_GPIO(row, 13);                                      // claims P0_13
///
///     ct_gpio_make_output(row);
///     ct_gpio_set_high(row);                                 // ldr, movs, str
///     CT_MUST(ct_output_toggle(CT_GPIO_OUTPUT(row)));        // as hal/ sees it
///
/// Levels and directions change by one store, and a pin's configuration is a word of its own: any
/// context. nRF51 Series Reference Manual 3.0, 14.
#ifndef CORTEN_GPIO_H
#define CORTEN_GPIO_H

#include <corten/claim.h>
#include <corten/hal/pin.h>
#include <corten/registers.h>

/// A pin. Made by CT_GPIO; a constant, so that nothing of it is left in the machine code.
struct ct_gpio {
    uint8_t number;
};

/// At file scope: claims pin 0 to 31 (a literal) under a name. Refused: a pin that is claimed
/// already ("P0_13_is_already_claimed"), one that there is not.
#define CT_GPIO(name, pin_number)                                                                  \
    CT_CLAIM_(P0_##pin_number);                                                                    \
    CT_GPIO_CLAIMED(name, pin_number)

/// The same without the claim, for headers whose source file has it.
#define CT_GPIO_CLAIMED(name, pin_number)                                                          \
    _Static_assert((pin_number) >= 0 && (pin_number) <= 31, "the port has the pins 0 to 31");      \
    static const __attribute__((unused)) struct ct_gpio name = {(pin_number)}

enum ct_gpio_pull { CT_GPIO_FLOATING = 0, CT_GPIO_PULL_DOWN = 1, CT_GPIO_PULL_UP = 3 };

/// An output of standard drive, not connected to its input buffer; its level may be set before.
ct_inline void ct_gpio_make_output(struct ct_gpio pin) {
    reg_write(GPIO->PIN_CNF[pin.number], GPIO_PIN_CNF_DIR_Output, GPIO_PIN_CNF_INPUT_Disconnected);
}

/// An input.
ct_inline void ct_gpio_make_input(struct ct_gpio pin, enum ct_gpio_pull pull) {
    reg_write(GPIO->PIN_CNF[pin.number], GPIO_PIN_CNF_PULL(pull));
}

/// Drives the pin high. Any context.
ct_inline void ct_gpio_set_high(struct ct_gpio pin) {
    reg_write_raw(GPIO->OUTSET, 1u << pin.number);
}

/// Drives the pin low. Any context.
ct_inline void ct_gpio_set_low(struct ct_gpio pin) {
    reg_write_raw(GPIO->OUTCLR, 1u << pin.number);
}

/// What the output was last told.
ct_inline bool ct_gpio_is_set_high(struct ct_gpio pin) {
    return reg_get(GPIO->OUT, GPIO_OUT_PIN(pin.number));
}

/// Drives the pin to the other level. Other pins are safe; the pin itself must not be changed by
/// an interrupt in between.
ct_inline void ct_gpio_toggle(struct ct_gpio pin) {
    if (ct_gpio_is_set_high(pin))
        ct_gpio_set_low(pin);
    else
        ct_gpio_set_high(pin);
}

/// The level of the wire.
ct_inline bool ct_gpio_is_high(struct ct_gpio pin) {
    return reg_get(GPIO->IN, GPIO_IN_PIN(pin.number));
}

/// An output of that level; no other level shows in between. Two stores: any context.
ct_inline void ct_gpio_drive(struct ct_gpio pin, bool high) {
    if (high)
        ct_gpio_set_high(pin);
    else
        ct_gpio_set_low(pin);
    reg_write_raw(GPIO->DIRSET, 1u << pin.number);
}
/// An input; its buffer must be connected, as ct_gpio_make_input() does. Any context.
ct_inline void ct_gpio_release(struct ct_gpio pin) { reg_write_raw(GPIO->DIRCLR, 1u << pin.number); }
#define CT_GPIO_TURNS

// On them the pins of hal/: CT_GPIO_OUTPUT(pin), CT_GPIO_INPUT(pin), CT_GPIO_BIDIRECTIONAL(pin).
#include <corten/hal/chip_pins.h>

#endif
