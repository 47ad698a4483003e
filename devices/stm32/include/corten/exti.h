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
///     if (ct_exti_take(button)) …                              // in the handler
///
/// Line n is one pin, of any port, with number n. Lines 0 to 4 have an interrupt each, 5 to 9 and
/// 10 to 15 share one. RM0090 9.2.3 and 12.3, RM0351 9.2.3 and 14.5.
#ifndef CORTEN_EXTI_H
#define CORTEN_EXTI_H

#include <corten/gpio.h>

struct ct_exti_registers {
    volatile uint32_t IMR, EMR, RTSR, FTSR, SWIER, PR;
};
struct ct_syscfg_registers {
    volatile uint32_t MEMRMP, PMC_or_CFGR1, EXTICR[4];
};
#define CT_EXTI_REGISTERS_   ((struct ct_exti_registers *)CT_STM32_EXTI_BASE)
#define CT_SYSCFG_REGISTERS_ ((struct ct_syscfg_registers *)CT_STM32_SYSCFG_BASE)

/// At file scope: claims a line, 0 to 15. Refused: one that is claimed ("EXTI13_line_is_…").
#define CT_EXTI(name, line)                                                                        \
    CT_CLAIM_(EXTI##line##_line);                                                                  \
    enum { name = (line) };                                                                        \
    _Static_assert((line) >= 0 && (line) <= 15, "pins have the lines 0 to 15")

enum ct_exti_edges { CT_EXTI_RISING = 1, CT_EXTI_FALLING = 2, CT_EXTI_BOTH = 3 };

/// From now on these edges of the pin, which must be an input, make its line pending and its
/// interrupt come; what was pending is forgotten. Not atomic: init, or CT_CRITICAL.
ct_inline void ct_exti_listen(struct ct_gpio pin, enum ct_exti_edges edges) {
    const uint32_t bit = 1u << pin.number;
    CT_RCC->APB2ENR |= CT_RCC_APB2ENR_SYSCFG;
    (void)CT_RCC->APB2ENR;
    ct_gpio_field_(&CT_SYSCFG_REGISTERS_->EXTICR[pin.number / 4u], pin.number % 4u, 4, pin.port);
    struct ct_exti_registers *exti = CT_EXTI_REGISTERS_;
    exti->RTSR = edges & CT_EXTI_RISING ? exti->RTSR | bit : exti->RTSR & ~bit;
    exti->FTSR = edges & CT_EXTI_FALLING ? exti->FTSR | bit : exti->FTSR & ~bit;
    exti->PR = bit;
    exti->IMR |= bit;
}

/// The line makes no interrupt any more. Not atomic: init, or CT_CRITICAL.
ct_inline void ct_exti_ignore(struct ct_gpio pin) {
    CT_EXTI_REGISTERS_->IMR &= ~(1u << pin.number);
}

/// Whether an edge has come. Any context.
ct_inline bool ct_exti_is_pending(struct ct_gpio pin) {
    return CT_EXTI_REGISTERS_->PR >> pin.number & 1u;
}

/// Forgets the edge: one store that leaves the other lines alone. Any context.
ct_inline void ct_exti_clear(struct ct_gpio pin) { CT_EXTI_REGISTERS_->PR = 1u << pin.number; }

/// Whether an edge has come; forgets it. For the handler.
ct_inline bool ct_exti_take(struct ct_gpio pin) {
    const bool pending = ct_exti_is_pending(pin);
    if (pending) ct_exti_clear(pin);
    return pending;
}

#endif
