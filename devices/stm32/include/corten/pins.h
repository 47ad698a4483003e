// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Pins of the STM32F4 and STM32L4 with their mode in the type: an input cannot be driven.
///
///     CT_PIN_OUT(lamp, C, 12, PUSH_PULL, SLOW, HIGH);          // claims PC12; HIGH from the start
///     CT_PIN_IN(button, A, 0, PULL_DOWN);
///
///     ct_pin_start(lamp);                                      // init
///     ct_pin_start(button);
///     if (ct_pin_is_high(button)) ct_pin_set_low(lamp);        // one load, one store
///     CT_MUST(ct_output_toggle(CT_PIN_AS_OUTPUT(lamp)));       // as hal/ sees it
///
/// The verbs take any pin whose type allows it, and say in a sentence why not. They are those of
/// <corten/gpio.h>, so the same holds: levels in any context, starting in init. Pins of peripherals:
/// <corten/pin_alternate.h>. RM0090 8.3 and 8.4, RM0368 8, RM0351 8.
#ifndef CORTEN_PINS_H
#define CORTEN_PINS_H
#pragma GCC system_header // a mistake is one line at its place

#include <corten/exti.h>
#include <corten/for_each.h>
#include <corten/gpio.h>

// Constants, of which nothing is left in the machine code. The pin comes first in each.
struct ct_pin_out {
    struct ct_gpio gpio;
    uint8_t drive, speed, high; // at the start
};
struct ct_pin_open_drain { // drives low, or lets go; reads
    struct ct_gpio gpio;
    uint8_t pull, speed;
};
struct ct_pin_in {
    struct ct_gpio gpio;
    uint8_t pull;
};
struct ct_pin_analog {
    struct ct_gpio gpio;
};
struct ct_pin_alternate { // of a peripheral
    struct ct_gpio gpio;
    uint8_t function, drive, pull, speed;
};

/// At file scope: an output. `drive` PUSH_PULL or OPEN_DRAIN, `speed` SLOW MEDIUM FAST FASTEST,
/// `level` at the start LOW or HIGH. Claims the pin, as all of these do.
#define CT_PIN_OUT(name, port, number, drive, speed, level)                                        \
    CT_PIN_(struct ct_pin_out, name, port, number, CT_GPIO_##drive, CT_GPIO_##speed, CT_PIN_##level##_)
/// At file scope: an open-drain pin that is read too: 1-Wire, I2C by hand. `pull` FLOATING PULL_UP.
#define CT_PIN_OPEN_DRAIN(name, port, number, pull, speed)                                         \
    CT_PIN_(struct ct_pin_open_drain, name, port, number, CT_GPIO_##pull, CT_GPIO_##speed)
/// At file scope: an input. `pull` FLOATING PULL_UP PULL_DOWN.
#define CT_PIN_IN(name, port, number, pull)                                                        \
    CT_PIN_(struct ct_pin_in, name, port, number, CT_GPIO_##pull)
/// At file scope: a pin of a converter, its digital side off.
#define CT_PIN_ANALOG(name, port, number) CT_PIN_(struct ct_pin_analog, name, port, number)

enum { CT_PIN_LOW_, CT_PIN_HIGH_ };
#define CT_PIN_(type, name, port, number, ...)                                                     \
    CT_CLAIM_(P##port##number);                                                                    \
    CT_GPIO_CLAIMED(name##_gpio_, port, number);                                                   \
    static const __attribute__((unused)) type name = {                                             \
        {CT_PORT_##port##_, (number)} __VA_OPT__(, ) __VA_ARGS__}

// A sentence where the pin's type does not fit.
#define CT_PIN_CHECK_(condition, sentence)                                                         \
    ((void)sizeof(struct {                                                                         \
        _Static_assert(condition, sentence);                                                       \
        char c;                                                                                    \
    }))
#define CT_PIN_DRIVES_(pin) _Generic((pin), struct ct_pin_out: 1, struct ct_pin_open_drain: 1, default: 0)
#define CT_PIN_IS_DIGITAL_(pin) _Generic((pin), struct ct_pin_analog: 0, default: 1)

/// Sets the pin up: its level first, then its mode. Init.
#define ct_pin_start(pin)                                                                          \
    _Generic((pin), struct ct_pin_out: ct_pin_start_out_, struct ct_pin_in: ct_pin_start_in_,       \
             struct ct_pin_open_drain: ct_pin_start_open_drain_,                                   \
             struct ct_pin_analog: ct_pin_start_analog_,                                           \
             struct ct_pin_alternate: ct_pin_start_alternate_)(pin)

/// Drives the pin high; an open-drain one lets go. Any context.
#define ct_pin_set_high(pin)                                                                       \
    (CT_PIN_CHECK_(CT_PIN_DRIVES_(pin), "only an output can be driven"), ct_gpio_set_high((pin).gpio))
/// Drives the pin low. Any context.
#define ct_pin_set_low(pin)                                                                        \
    (CT_PIN_CHECK_(CT_PIN_DRIVES_(pin), "only an output can be driven"), ct_gpio_set_low((pin).gpio))
/// Drives the pin to a level: one store. Any context.
#define ct_pin_set(pin, high)                                                                      \
    (CT_PIN_CHECK_(CT_PIN_DRIVES_(pin), "only an output can be driven"), ct_pin_set_((pin).gpio, (high)))
/// Drives the pin to the other level. No interrupt may change the same pin in between.
#define ct_pin_toggle(pin)                                                                         \
    (CT_PIN_CHECK_(CT_PIN_DRIVES_(pin), "only an output can be driven"), ct_gpio_toggle((pin).gpio))
/// What the output was last told.
#define ct_pin_is_set_high(pin)                                                                    \
    (CT_PIN_CHECK_(CT_PIN_DRIVES_(pin), "only an output has been told a level"),                   \
     ct_gpio_is_set_high((pin).gpio))
/// The level of the wire.
#define ct_pin_is_high(pin)                                                                        \
    (CT_PIN_CHECK_(CT_PIN_IS_DIGITAL_(pin), "an analog pin has no level"), ct_gpio_is_high((pin).gpio))

ct_inline void ct_pin_set_(struct ct_gpio pin, bool high) {
    reg_write_raw(ct_gpio_port_(pin)->BSRR, 1u << (pin.number + (high ? 0u : 16u)));
}
ct_inline void ct_pin_start_out_(struct ct_pin_out pin) {
    ct_gpio_enable(pin.gpio);
    ct_pin_set_(pin.gpio, pin.high);
    ct_gpio_make_output(pin.gpio, (enum ct_gpio_drive)pin.drive, (enum ct_gpio_speed)pin.speed);
}
ct_inline void ct_pin_start_open_drain_(struct ct_pin_open_drain pin) {
    ct_gpio_enable(pin.gpio);
    ct_pin_set_(pin.gpio, true);
    reg_modify(ct_gpio_port_(pin.gpio)->PUPDR, GPIO_PUPDR_PUPD(pin.gpio.number, pin.pull));
    ct_gpio_make_output(pin.gpio, CT_GPIO_OPEN_DRAIN, (enum ct_gpio_speed)pin.speed);
}
ct_inline void ct_pin_start_in_(struct ct_pin_in pin) {
    ct_gpio_make_input(pin.gpio, (enum ct_gpio_pull)pin.pull);
}
ct_inline void ct_pin_start_analog_(struct ct_pin_analog pin) { ct_gpio_make_analog(pin.gpio); }
ct_inline void ct_pin_start_alternate_(struct ct_pin_alternate pin) {
    ct_gpio_make_alternate(pin.gpio, pin.function, (enum ct_gpio_drive)pin.drive,
                           (enum ct_gpio_pull)pin.pull);
    if (pin.speed != CT_GPIO_FAST)
        reg_modify(ct_gpio_port_(pin.gpio)->OSPEEDR, GPIO_OSPEEDR_OSPEED(pin.gpio.number, pin.speed));
}

/* ---- several pins of a port at once */

/// At file scope: claims pins of one port, as outputs that change in the same instant.
///
///     CT_PIN_BUS(data, E, 0, 1, 2, 3);                         // PE0 to PE3
///     ct_pin_bus_start(data, FAST);
///     ct_pin_bus_write(data, 0x5);                             // PE0 and PE2 high, the others low
#define CT_PIN_BUS(name, port, ...)                                                                \
    CT_FOR_EACH(CT_PIN_BUS_CLAIM_, port, __VA_ARGS__)                                              \
    CT_GPIO_CLAIMED(name##_gpio_, port, 0);                                                        \
    enum { name##_mask = 0 CT_FOR_EACH(CT_PIN_BUS_BIT_, , __VA_ARGS__) };                          \
    static const __attribute__((unused)) struct ct_pin_bus name = {CT_PORT_##port##_, name##_mask}
#define CT_PIN_BUS_CLAIM_(port, number)                                                            \
    CT_CLAIM_(P##port##number);                                                                    \
    _Static_assert((number) >= 0 && (number) <= 15, "a port has the pins 0 to 15");
#define CT_PIN_BUS_BIT_(unused, number) | 1 << (number)
struct ct_pin_bus {
    uint8_t port;
    uint16_t mask;
};

/// All low, then outputs. Init.
#define ct_pin_bus_start(bus, speed) ct_pin_bus_start_((bus), CT_GPIO_##speed)
ct_inline void ct_pin_bus_start_(struct ct_pin_bus bus, enum ct_gpio_speed speed) {
    ct_gpio_enable((struct ct_gpio){bus.port, 0});
    reg_write_raw(ct_gpio_port_((struct ct_gpio){bus.port, 0})->BSRR, (uint32_t)bus.mask << 16);
    for (uint8_t pin = 0; pin < 16; pin++)
        if (bus.mask >> pin & 1) ct_gpio_make_output((struct ct_gpio){bus.port, pin}, CT_GPIO_PUSH_PULL, speed);
}
/// The bits of `levels` at the places of the bus's pins, in one store; other pins stay. Any context.
ct_inline void ct_pin_bus_write(struct ct_pin_bus bus, uint16_t levels) {
    reg_write_raw(ct_gpio_port_((struct ct_gpio){bus.port, 0})->BSRR,
                  (uint32_t)(bus.mask & levels) | (uint32_t)(bus.mask & ~levels) << 16);
}
/// The levels of the bus's wires, at the places of its pins.
ct_inline uint16_t ct_pin_bus_read(struct ct_pin_bus bus) {
    return (uint16_t)(reg_raw(ct_gpio_port_((struct ct_gpio){bus.port, 0})->IDR) & bus.mask);
}

/// Locks the modes of pins of a port (`mask`: bit n is pin n) until the next reset; their levels stay
/// free. Once for each port: all its pins at a time. CT_OK, or CT_INVALID: it was done before.
ct_inline CT_MUST_USE enum ct_error ct_gpio_lock(struct ct_gpio any_pin, uint16_t mask) {
    struct GPIO_regs *port = ct_gpio_port_(any_pin);
    const uint32_t key = 1u << 16; // 8.4.8: 1, 0, 1, and a read
    if (reg_raw(port->LCKR) & key) return CT_INVALID;
    reg_write_raw(port->LCKR, key | mask);
    reg_write_raw(port->LCKR, mask);
    reg_write_raw(port->LCKR, key | mask);
    (void)reg_raw(port->LCKR);
    return reg_raw(port->LCKR) == (key | mask) ? CT_OK : CT_INVALID;
}

/* ---- as hal/ sees them; the object is the address of the pin's constant */

#define CT_PIN_AS_OUTPUT(pin)                                                                      \
    ((struct ct_output_pin){(CT_PIN_CHECK_(CT_PIN_DRIVES_(pin), "only an output can be driven"),   \
                             &ct_gpio_output_ops), (void *)(uintptr_t)&(pin).gpio})
#define CT_PIN_AS_INPUT(pin)                                                                       \
    ((struct ct_input_pin){(CT_PIN_CHECK_(CT_PIN_IS_DIGITAL_(pin), "an analog pin has no level"),  \
                            &ct_gpio_input_ops), (void *)(uintptr_t)&(pin).gpio})
/// Of an open-drain pin: driven high it is let go.
#define CT_PIN_AS_BIDIRECTIONAL(pin)                                                               \
    ((struct ct_bidirectional_pin){                                                                \
        (CT_PIN_CHECK_(_Generic((pin), struct ct_pin_open_drain: 1, default: 0),                   \
                       "a bidirectional pin must be open-drain"), &ct_pin_bidirectional_ops),      \
        (void *)(uintptr_t)&(pin).gpio})
/// Of an input whose line CT_EXTI has claimed.
#define CT_PIN_AS_EDGES(pin)                                                                       \
    ((struct ct_edge_pin){(CT_PIN_CHECK_(_Generic((pin), struct ct_pin_in: 1, default: 0),         \
                                         "edges are noticed at an input"), &ct_pin_edge_ops),      \
                          (void *)(uintptr_t)&(pin).gpio})

ct_inline enum ct_error ct_pin_hal_drive_(void *pin, bool high) {
    ct_pin_set_(*(const struct ct_gpio *)pin, high);
    return CT_OK;
}
ct_inline enum ct_error ct_pin_hal_release_(void *pin) { return ct_pin_hal_drive_(pin, true); }
static const __attribute__((unused)) struct ct_bidirectional_ops ct_pin_bidirectional_ops = {
    ct_pin_hal_drive_, ct_pin_hal_release_, ct_gpio_hal_is_high_};

ct_inline enum ct_error ct_pin_hal_listen_(void *pin, enum ct_edges edges) {
    ct_exti_listen(*(const struct ct_gpio *)pin, (enum ct_exti_edges)edges);
    return CT_OK;
}
ct_inline enum ct_error ct_pin_hal_take_(void *pin) {
    return ct_exti_take(*(const struct ct_gpio *)pin) ? CT_OK : CT_WOULD_BLOCK;
}
ct_inline enum ct_error ct_pin_hal_ignore_(void *pin) {
    ct_exti_ignore(*(const struct ct_gpio *)pin);
    return CT_OK;
}
static const __attribute__((unused)) struct ct_edge_ops ct_pin_edge_ops = {
    ct_gpio_hal_is_high_, ct_pin_hal_listen_, ct_pin_hal_take_, ct_pin_hal_ignore_};

#endif
