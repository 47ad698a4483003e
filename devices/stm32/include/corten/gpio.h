// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Pins of the STM32F4 and STM32L4: modes, and the outputs and inputs of hal/ on them.
///
///     CT_GPIO(heater, B, 14);                                // claims PB14
///     CT_GPIO(console_tx, B, 6);
///
///     ct_gpio_make_output(heater, CT_GPIO_PUSH_PULL, CT_GPIO_SLOW);
///     ct_gpio_make_alternate(console_tx, 7, CT_GPIO_PUSH_PULL, CT_GPIO_PULL_UP);
///     ct_gpio_set_high(heater);                              // ldr, movs, str
///     CT_MUST(ct_output_toggle(CT_GPIO_OUTPUT(heater)));     // as hal/ sees it
///
/// Levels change through BSRR: one store, so in any context, and no other pin of the port is
/// touched. What changes a mode reads and writes registers that the port's pins share, so it
/// belongs to init, or into CT_CRITICAL. RM0090 8.4, RM0351 8.5.
#ifndef CORTEN_GPIO_H
#define CORTEN_GPIO_H

#include <corten/claim.h>
#include <corten/hal/pin.h>
#include <corten/stm32.h>

/// A pin. Made by CT_GPIO; a constant, so that nothing of it is left in the machine code.
struct ct_gpio {
    uint8_t port, number;
};

enum { CT_PORT_A_, CT_PORT_B_, CT_PORT_C_, CT_PORT_D_, CT_PORT_E_, CT_PORT_F_, CT_PORT_G_, CT_PORT_H_, CT_PORT_I_ };

/// At file scope: claims a pin, of port A to I and number 0 to 15 (as literals), under a name.
/// Refused: a pin that is claimed already ("PB14_is_already_claimed"), one that there is not.
#define CT_GPIO(name, port_letter, pin_number)                                                     \
    CT_CLAIM_(P##port_letter##pin_number);                                                         \
    CT_GPIO_CLAIMED(name, port_letter, pin_number)

/// The same without the claim, for headers whose source file has it.
#define CT_GPIO_CLAIMED(name, port_letter, pin_number)                                             \
    _Static_assert((pin_number) >= 0 && (pin_number) <= 15,                                        \
                   "a port has the pins 0 to 15");                                                 \
    _Static_assert(CT_PORT_##port_letter##_ + 2u <= sizeof(CT_STM32_PORTS),                        \
                   "this chip has no port " #port_letter);                                         \
    static const __attribute__((unused)) struct ct_gpio name = {CT_PORT_##port_letter##_,          \
                                                                (pin_number)}

enum ct_gpio_drive { CT_GPIO_PUSH_PULL, CT_GPIO_OPEN_DRAIN };
enum ct_gpio_pull { CT_GPIO_FLOATING, CT_GPIO_PULL_UP, CT_GPIO_PULL_DOWN };
/// How steep the edges are: the data sheet has the frequencies, by load and supply.
enum ct_gpio_speed { CT_GPIO_SLOW, CT_GPIO_MEDIUM, CT_GPIO_FAST, CT_GPIO_FASTEST };

ct_inline struct GPIO_regs *ct_gpio_port_(struct ct_gpio pin) {
    return CT_REG_AT(GPIO_regs, CT_STM32_PORTS_AT + 0x400u * pin.port);
}

/// Gives the pin's port its clock. The functions below do it.
ct_inline void ct_gpio_enable(struct ct_gpio pin) { CT_STM32_ENABLE_PORT(pin.port); }

/// An output; set its level before, since it drives at once.
ct_inline void ct_gpio_make_output(struct ct_gpio pin, enum ct_gpio_drive drive,
                                   enum ct_gpio_speed speed) {
    struct GPIO_regs *port = ct_gpio_port_(pin);
    ct_gpio_enable(pin);
    reg_modify(port->OTYPER, GPIO_OTYPER_OT(pin.number, drive));
    reg_modify(port->OSPEEDR, GPIO_OSPEEDR_OSPEED(pin.number, speed));
    reg_modify(port->MODER, GPIO_MODER_MODER_Output(pin.number));
}

/// An input.
ct_inline void ct_gpio_make_input(struct ct_gpio pin, enum ct_gpio_pull pull) {
    struct GPIO_regs *port = ct_gpio_port_(pin);
    ct_gpio_enable(pin);
    reg_modify(port->PUPDR, GPIO_PUPDR_PUPD(pin.number, pull));
    reg_modify(port->MODER, GPIO_MODER_MODER_Input(pin.number));
}

/// A pin of a peripheral: alternate function 0 to 15, from the table in the data sheet.
ct_inline void ct_gpio_make_alternate(struct ct_gpio pin, unsigned function,
                                      enum ct_gpio_drive drive, enum ct_gpio_pull pull) {
    struct GPIO_regs *port = ct_gpio_port_(pin);
    ct_gpio_enable(pin);
    reg_modify(port->AFR[pin.number / 8u], GPIO_AFR_AFSEL(pin.number % 8u, function));
    reg_modify(port->OTYPER, GPIO_OTYPER_OT(pin.number, drive));
    reg_modify(port->OSPEEDR, GPIO_OSPEEDR_OSPEED(pin.number, CT_GPIO_FAST));
    reg_modify(port->PUPDR, GPIO_PUPDR_PUPD(pin.number, pull));
    reg_modify(port->MODER, GPIO_MODER_MODER_Alternate(pin.number));
}

/// An input or output of a converter: the digital side is off. The state after reset on the L4.
ct_inline void ct_gpio_make_analog(struct ct_gpio pin) {
    struct GPIO_regs *port = ct_gpio_port_(pin);
    ct_gpio_enable(pin);
    reg_modify(port->PUPDR, GPIO_PUPDR_PUPD_None(pin.number));
    reg_modify(port->MODER, GPIO_MODER_MODER_Analog(pin.number));
}

/// Drives the pin high. Any context.
ct_inline void ct_gpio_set_high(struct ct_gpio pin) {
    reg_write(ct_gpio_port_(pin)->BSRR, GPIO_BSRR_BS_Set(pin.number));
}

/// Drives the pin low. Any context.
ct_inline void ct_gpio_set_low(struct ct_gpio pin) {
    reg_write(ct_gpio_port_(pin)->BSRR, GPIO_BSRR_BR_Reset(pin.number));
}

/// What the output was last told.
ct_inline bool ct_gpio_is_set_high(struct ct_gpio pin) {
    return reg_get(ct_gpio_port_(pin)->ODR, GPIO_ODR_OD(pin.number));
}

/// Drives the pin to the other level. Other pins of the port are safe; the pin itself must not be
/// changed by an interrupt in between.
ct_inline void ct_gpio_toggle(struct ct_gpio pin) {
    const uint32_t high = reg_raw(ct_gpio_port_(pin)->ODR) & 1u << pin.number;
    reg_write_raw(ct_gpio_port_(pin)->BSRR, high << 16 | (high ^ 1u << pin.number));
}

/// The level of the wire.
ct_inline bool ct_gpio_is_high(struct ct_gpio pin) {
    return reg_get(ct_gpio_port_(pin)->IDR, GPIO_IDR_ID(pin.number));
}

// Outputs and inputs of hal/ on them: CT_GPIO_OUTPUT(pin), CT_GPIO_INPUT(pin).
#include <corten/hal/chip_pins.h>

#endif
