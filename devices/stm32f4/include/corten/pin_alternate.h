// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Pins of peripherals, checked against the chip's table: the number of the function is looked up.
///
///     CT_PIN_ALTERNATE(console_tx, B, 6, USART1_TX, PUSH_PULL, FLOATING, FAST);   // claims PB6: function 7
///     CT_PIN_ALTERNATE(bus_scl, B, 8, I2C1_SCL, OPEN_DRAIN, PULL_UP, FAST);
///
///     ct_pin_start(console_tx);                                // init
///     ct_pin_start(bus_scl);
///
/// Signals are those of the data sheet (DS8626, DS9716: table 9), kept in <corten/pin_map.h>.
#ifndef CORTEN_PIN_ALTERNATE_H
#define CORTEN_PIN_ALTERNATE_H

#include <corten/pin_map.h>
#include <corten/pins.h>

// PB6_can_be_USART1_TX = 7
#define CT_PIN_ROW_(port, number, function, signal) P##port##number##_can_be_##signal = (function),
enum { CT_PIN_MAP(CT_PIN_ROW_) };

/// At file scope: claims a pin for a signal. Refused: one that this pin cannot be
/// ("PB6_can_be_USART2_TX" is undeclared). `drive` PUSH_PULL OPEN_DRAIN, `pull` FLOATING PULL_UP
/// PULL_DOWN, `speed` SLOW MEDIUM FAST FASTEST.
#define CT_PIN_ALTERNATE(name, port, number, signal, drive, pull, speed)                           \
    enum { name##_is_##signal = 1 };                                                               \
    CT_PIN_(struct ct_pin_alternate, name, port, number, P##port##number##_can_be_##signal,         \
            CT_GPIO_##drive, CT_GPIO_##pull, CT_GPIO_##speed)

/// Refuses, in a macro that is given a pin by its name, one that is not that signal:
/// ‘other_is_USART1_TX’ is undeclared then.
#define CT_PIN_CHECK_SIGNAL(name, signal) _Static_assert(name##_is_##signal, "")

#endif
