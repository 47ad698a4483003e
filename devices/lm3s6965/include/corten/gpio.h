// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Pins of the LM3S6965, and the outputs and inputs of hal/ on them.
///
///     CT_GPIO(lamp, F, 0);                                   // claims PF0
///
///     ct_gpio_make_output(lamp);
///     ct_gpio_set_high(lamp);                                // ldr, movs, str
///     CT_MUST(ct_output_toggle(CT_GPIO_OUTPUT(lamp)));       // as hal/ sees it
///
/// Each mask of a port's pins has an address of its own, so a level changes by one store and no
/// other pin is touched: any context. What changes a mode belongs to init, or into CT_CRITICAL.
/// Data sheet DS-LM3S6965-12746.2515, 8.3 and 8.4.
#ifndef CORTEN_GPIO_H
#define CORTEN_GPIO_H

#include <corten/claim.h>
#include <corten/hal/pin.h>
#include <corten/registers.h>

/// A pin. Made by CT_GPIO; a constant, so that nothing of it is left in the machine code.
struct ct_gpio {
    uint8_t port, number;
};

enum { CT_PORT_A_, CT_PORT_B_, CT_PORT_C_, CT_PORT_D_, CT_PORT_E_, CT_PORT_F_, CT_PORT_G_ };

/// At file scope: claims a pin, of port A to G and number 0 to 7 (as literals), under a name.
/// Refused: a pin that is claimed already ("PF0_is_already_claimed"), one that there is not.
#define CT_GPIO(name, port_letter, pin_number)                                                     \
    CT_CLAIM_(P##port_letter##pin_number);                                                         \
    CT_GPIO_CLAIMED(name, port_letter, pin_number)

/// The same without the claim, for headers whose source file has it.
#define CT_GPIO_CLAIMED(name, port_letter, pin_number)                                             \
    _Static_assert((pin_number) >= 0 && (pin_number) <= 7, "a port has the pins 0 to 7");          \
    static const __attribute__((unused)) struct ct_gpio name = {CT_PORT_##port_letter##_,          \
                                                                (pin_number)}

// Folds to a constant: ports A to D lie together, and so do E to G.
ct_inline struct GPIO_regs *ct_gpio_port_(struct ct_gpio pin) {
    return CT_REG_AT(GPIO_regs,
                     (pin.port < CT_PORT_E_ ? 0x40004000u : 0x40020000u) + 0x1000u * pin.port);
}

/// Gives the pin's port its clock. The functions below do it.
ct_inline void ct_gpio_enable(struct ct_gpio pin) {
    reg_write_raw(SYSCTL->RCGC2, reg_raw(SYSCTL->RCGC2) | 1u << pin.port);
    (void)reg_raw(SYSCTL->RCGC2); // three cycles until the port answers (8.4)
    (void)reg_raw(SYSCTL->RCGC2);
}

/// A push-pull output of 2 mA; its level may be set before.
ct_inline void ct_gpio_make_output(struct ct_gpio pin) {
    ct_gpio_enable(pin);
    reg_modify(ct_gpio_port_(pin)->DIR, GPIO_DIR_DIR_Output(pin.number));
    reg_modify(ct_gpio_port_(pin)->DEN, GPIO_DEN_DEN(pin.number, 1));
}

/// An input, pulled up or not.
ct_inline void ct_gpio_make_input(struct ct_gpio pin, bool pull_up) {
    ct_gpio_enable(pin);
    reg_modify(ct_gpio_port_(pin)->DIR, GPIO_DIR_DIR_Input(pin.number));
    reg_modify(ct_gpio_port_(pin)->PUR, GPIO_PUR_PUE(pin.number, pull_up));
    reg_modify(ct_gpio_port_(pin)->DEN, GPIO_DEN_DEN(pin.number, 1));
}

/// A pin of its peripheral: each pin has one at most on this chip.
ct_inline void ct_gpio_make_alternate(struct ct_gpio pin) {
    ct_gpio_enable(pin);
    reg_modify(ct_gpio_port_(pin)->AFSEL, GPIO_AFSEL_AFSEL_Peripheral(pin.number));
    reg_modify(ct_gpio_port_(pin)->DEN, GPIO_DEN_DEN(pin.number, 1));
}

/// The same, driven low and let go of: SDA of I2C.
ct_inline void ct_gpio_make_alternate_open_drain(struct ct_gpio pin) {
    ct_gpio_enable(pin);
    reg_modify(ct_gpio_port_(pin)->ODR, GPIO_ODR_ODE_OpenDrain(pin.number));
    ct_gpio_make_alternate(pin);
}

/// Drives the pin high. Any context.
ct_inline void ct_gpio_set_high(struct ct_gpio pin) {
    reg_write_raw(ct_gpio_port_(pin)->DATA[1u << pin.number], 0xFFu);
}

/// Drives the pin low. Any context.
ct_inline void ct_gpio_set_low(struct ct_gpio pin) {
    reg_write_raw(ct_gpio_port_(pin)->DATA[1u << pin.number], 0u);
}

/// The level of the wire.
ct_inline bool ct_gpio_is_high(struct ct_gpio pin) {
    return reg_raw(ct_gpio_port_(pin)->DATA[1u << pin.number]) != 0;
}

/// What the output was last told: on this chip the level of its wire.
ct_inline bool ct_gpio_is_set_high(struct ct_gpio pin) { return ct_gpio_is_high(pin); }

/// Drives the pin to the other level. Other pins of the port are safe; the pin itself must not be
/// changed by an interrupt in between.
ct_inline void ct_gpio_toggle(struct ct_gpio pin) {
    struct GPIO_regs *port = ct_gpio_port_(pin);
    reg_write_raw(port->DATA[1u << pin.number], ~reg_raw(port->DATA[1u << pin.number]));
}

/* ---- both ways, and edges */

/// An output of that level. What the port held before may show for an instant: what is written to an
/// input is not kept. Changes a register of the port: one context a port, or CT_CRITICAL.
ct_inline void ct_gpio_drive(struct ct_gpio pin, bool high) {
    reg_modify(ct_gpio_port_(pin)->DIR, GPIO_DIR_DIR_Output(pin.number));
    reg_write_raw(ct_gpio_port_(pin)->DATA[1u << pin.number], high ? 0xFFu : 0u);
}
/// An input.
ct_inline void ct_gpio_release(struct ct_gpio pin) {
    reg_modify(ct_gpio_port_(pin)->DIR, GPIO_DIR_DIR_Input(pin.number));
}
#define CT_GPIO_TURNS

/// From now on these edges of an input make its port's interrupt come; what came before is
/// forgotten. Not atomic: init, or CT_CRITICAL.
ct_inline void ct_gpio_listen(struct ct_gpio pin, enum ct_edges edges) {
    struct GPIO_regs *port = ct_gpio_port_(pin);
    const uint32_t bit = 1u << pin.number;
    reg_write_raw(port->IM, reg_raw(port->IM) & ~bit); // or the change itself may be an edge (8.3.2)
    reg_write_raw(port->IS, reg_raw(port->IS) & ~bit);
    reg_write_raw(port->IBE, edges == CT_EDGE_BOTH ? reg_raw(port->IBE) | bit : reg_raw(port->IBE) & ~bit);
    reg_write_raw(port->IEV, edges == CT_EDGE_RISING ? reg_raw(port->IEV) | bit : reg_raw(port->IEV) & ~bit);
    reg_write_raw(port->ICR, bit);
    reg_write_raw(port->IM, reg_raw(port->IM) | bit);
}
/// Whether an edge has come; forgets it. For the handler.
ct_inline bool ct_gpio_take_edge(struct ct_gpio pin) {
    const bool is = reg_raw(ct_gpio_port_(pin)->MIS) >> pin.number & 1u;
    if (is) reg_write_raw(ct_gpio_port_(pin)->ICR, 1u << pin.number);
    return is;
}
/// Edges make no interrupt any more. Not atomic: init, or CT_CRITICAL.
ct_inline void ct_gpio_ignore(struct ct_gpio pin) {
    reg_write_raw(ct_gpio_port_(pin)->IM, reg_raw(ct_gpio_port_(pin)->IM) & ~(1u << pin.number));
}

/// At file scope: `struct ct_edge_pin NAME` on an input, and NAME_interrupt() for the port's handler.
#define CT_GPIO_EDGES(name, pin)                                                                   \
    CT_GPIO_EDGES_(name, pin, ct_gpio_listen, ct_gpio_take_edge, ct_gpio_ignore)

// On them the pins of hal/: CT_GPIO_OUTPUT(pin), CT_GPIO_INPUT(pin), CT_GPIO_BIDIRECTIONAL(pin).
#include <corten/hal/chip_pins.h>

#endif
