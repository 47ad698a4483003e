// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// External interrupts of the STM32F4 and STM32L4: edges on pins.
///
///     CT_GPIO(button, C, 13);
///     CT_EXTI(button_line, 13);                                // claims line 13
///     CT_INTERRUPT(pressed, 2, EXTI15_10);
///
///     ct_gpio_make_input(button, CT_GPIO_FLOATING);
///     ct_exti_listen(button, CT_EXTI_FALLING);                 // init
///     if (ct_exti_take(button)) presses++;                     // in the handler
///
/// Line n is one pin, of any port, with number n. Lines 0 to 4 have an interrupt each, 5 to 9 and
/// 10 to 15 share one. RM0090 9.2.3 and 12.3, RM0351 9.2.3 and 14.5.
#ifndef CORTEN_EXTI_H
#define CORTEN_EXTI_H

#include <corten/gpio.h>

/// At file scope: claims a line, 0 to 15. Refused: one that is claimed ("EXTI13_line_is_…").
#define CT_EXTI(name, line)                                                                        \
    CT_CLAIM_(EXTI##line##_line);                                                                  \
    enum { name = (line) };                                                                        \
    _Static_assert((line) >= 0 && (line) <= 15, "pins have the lines 0 to 15")

enum ct_exti_edges { CT_EXTI_RISING = 1, CT_EXTI_FALLING = 2, CT_EXTI_BOTH = 3 }; // as enum ct_edges

/// From now on these edges of the pin, which must be an input, make its line pending and its
/// interrupt come; what was pending is forgotten. Not atomic: init, or CT_CRITICAL.
ct_inline void ct_exti_listen(struct ct_gpio pin, enum ct_exti_edges edges) {
    const uint32_t bit = 1u << pin.number;
    const uint32_t rising = reg_raw(CT_STM32_EXTI(RTSR)), falling = reg_raw(CT_STM32_EXTI(FTSR));
    reg_set(RCC->APB2ENR, RCC_APB2ENR_SYSCFGEN);
    (void)reg_raw(RCC->APB2ENR);
    reg_modify(SYSCFG->EXTICR[pin.number / 4u], SYSCFG_EXTICR_EXTI(pin.number % 4u, pin.port));
    reg_write_raw(CT_STM32_EXTI(RTSR), edges & CT_EXTI_RISING ? rising | bit : rising & ~bit);
    reg_write_raw(CT_STM32_EXTI(FTSR), edges & CT_EXTI_FALLING ? falling | bit : falling & ~bit);
    reg_write_raw(CT_STM32_EXTI(PR), bit);
    reg_write_raw(CT_STM32_EXTI(IMR), reg_raw(CT_STM32_EXTI(IMR)) | bit);
}

/// The line makes no interrupt any more. Not atomic: init, or CT_CRITICAL.
ct_inline void ct_exti_ignore(struct ct_gpio pin) {
    reg_write_raw(CT_STM32_EXTI(IMR), reg_raw(CT_STM32_EXTI(IMR)) & ~(1u << pin.number));
}

/// Whether an edge has come. Any context.
ct_inline bool ct_exti_is_pending(struct ct_gpio pin) {
    return reg_raw(CT_STM32_EXTI(PR)) >> pin.number & 1u;
}

/// Forgets the edge: one store that leaves the other lines alone. Any context.
ct_inline void ct_exti_clear(struct ct_gpio pin) {
    reg_write_raw(CT_STM32_EXTI(PR), 1u << pin.number);
}

/// Whether an edge has come; forgets it. For the handler.
ct_inline bool ct_exti_take(struct ct_gpio pin) {
    const bool pending = ct_exti_is_pending(pin);
    if (pending) ct_exti_clear(pin);
    return pending;
}

/// At file scope: `struct ct_edge_pin NAME` of hal/ on a pin that is an input and whose line is
/// claimed, and NAME_interrupt() for the line's handler: whether it came for this pin.
#define CT_EXTI_EDGES(name, pin)                                                                   \
    CT_GPIO_EDGES_(name, pin, ct_exti_listen_edges_, ct_exti_take, ct_exti_ignore)
ct_inline void ct_exti_listen_edges_(struct ct_gpio pin, enum ct_edges edges) {
    ct_exti_listen(pin, (enum ct_exti_edges)edges);
}

#endif
