// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Edges on pins of the nRF51822, by the four channels of GPIOTE: inputs of hal/ that notice edges.
///
///     CT_GPIO(key, 17);
///     CT_GPIOTE_EDGES(pressed, key, 0);                        // claims channel 0
///
///     ct_gpio_make_input(key, CT_GPIO_PULL_UP);
///     CT_MUST(ct_edge_listen(pressed, CT_EDGE_FALLING));       // from now on the interrupt GPIOTE comes
///     if (pressed_interrupt()) wake();                         // in its handler
///
/// A channel that listens takes about 0.1 mA (it keeps the fast clock on). nRF51 Series Reference
/// Manual 3.0, 15.
#ifndef CORTEN_GPIOTE_H
#define CORTEN_GPIOTE_H

#include <corten/gpio.h>

/// At file scope: `struct ct_edge_pin NAME` on an input, by channel 0 to 3 (a literal), and
/// `bool NAME_interrupt(void)`. Refused: a channel that is claimed, or that there is not.
#define CT_GPIOTE_EDGES(name, pin, channel)                                                        \
    CT_CLAIM_(GPIOTE_channel_##channel);                                                           \
    _Static_assert((channel) >= 0 && (channel) <= 3, "GPIOTE has the channels 0 to 3");            \
    ct_inline void name##_on_(struct ct_gpio on, enum ct_edges edges) {                            \
        ct_gpiote_listen(channel, on, edges);                                                      \
    }                                                                                              \
    ct_inline bool name##_came_(struct ct_gpio on) { return (void)on, ct_gpiote_take(channel); }   \
    ct_inline void name##_off_(struct ct_gpio on) { (void)on, ct_gpiote_ignore(channel); }         \
    CT_GPIO_EDGES_(name, pin, name##_on_, name##_came_, name##_off_)

/// From now on these edges of the pin make the channel's event; what came before is forgotten. Any
/// context, one a channel.
ct_inline void ct_gpiote_listen(unsigned channel, struct ct_gpio pin, enum ct_edges edges) {
    reg_write_raw(GPIOTE->INTENCLR, 1u << channel);
    reg_write(GPIOTE->CONFIG[channel], GPIOTE_CONFIG_MODE_Event, GPIOTE_CONFIG_PSEL(pin.number),
              GPIOTE_CONFIG_POLARITY((uint32_t)edges)); // 1 rising, 2 falling, 3 both
    (void)reg_raw(GPIOTE->CONFIG[channel]); // three cycles until it listens, and forgets its own start
    (void)reg_raw(GPIOTE->CONFIG[channel]);
    reg_write_raw(GPIOTE->EVENTS_IN[channel], 0u);
    reg_write_raw(GPIOTE->INTENSET, 1u << channel);
}

/// Whether an edge has come; forgets it. For the handler.
ct_inline bool ct_gpiote_take(unsigned channel) {
    if (!reg_raw(GPIOTE->EVENTS_IN[channel])) return false;
    reg_write_raw(GPIOTE->EVENTS_IN[channel], 0u);
    return true;
}

/// The channel rests.
ct_inline void ct_gpiote_ignore(unsigned channel) {
    reg_write_raw(GPIOTE->INTENCLR, 1u << channel);
    reg_write_raw(GPIOTE->CONFIG[channel], 0u);
    reg_write_raw(GPIOTE->EVENTS_IN[channel], 0u);
}

#endif
