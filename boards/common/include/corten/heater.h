// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// An output pin of the chip that also tells the modelled room what it is set to. Included by
/// <corten/board.h> of boards that have a `struct ct_gpio`.
///
///     CT_GPIO(heater_pin, B, 0);
///     #define BOARD_HEATER BOARD_HEATER_OUTPUT(heater_pin)     // a struct ct_output_pin
#ifndef CORTEN_HEATER_H
#define CORTEN_HEATER_H

#include <corten/gpio.h>
#include <corten/room.h>

ct_inline enum ct_error board_heater_set_high_(void *pin) {
    room_heat(true);
    ct_gpio_set_high(*(const struct ct_gpio *)pin);
    return CT_OK;
}
ct_inline enum ct_error board_heater_set_low_(void *pin) {
    room_heat(false);
    ct_gpio_set_low(*(const struct ct_gpio *)pin);
    return CT_OK;
}
ct_inline int board_heater_is_set_high_(void *pin) {
    return ct_gpio_is_set_high(*(const struct ct_gpio *)pin);
}
ct_inline enum ct_error board_heater_toggle_(void *pin) {
    return board_heater_is_set_high_(pin) ? board_heater_set_low_(pin) : board_heater_set_high_(pin);
}
static const __attribute__((unused)) struct ct_output_ops board_heater_ops_ = {
    board_heater_set_high_, board_heater_set_low_, board_heater_toggle_, board_heater_is_set_high_};

#define BOARD_HEATER_OUTPUT(pin) ((struct ct_output_pin){&board_heater_ops_, (void *)(uintptr_t)&(pin)})

#endif
