// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Two devices of one driver: each has code of its own in which its pins are constants, and neither
// calls through a pointer; unless the program asks for one copy, which does.
// target: m3
// flags: {device lm3s6965}
// forbid ours_red: bl|blx
// forbid ours_green: bl|blx
// forbid first_transaction_: blx
// forbid second_transaction_: blx
// count shared_pulse(blx) >= 1
#include <corten/gpio.h>
#include <corten/hal/spi_shared.h>
#include <corten/ssi.h>

CT_GPIO(red, F, 0);
CT_GPIO(green, B, 1);

// a driver
ct_inline enum ct_error pulse(struct ct_output_pin pin) {
    const enum ct_error e = ct_output_set_high(pin);
    return e ? e : ct_output_set_low(pin);
}
enum ct_error ours_red(void);
enum ct_error ours_red(void) { return pulse(CT_GPIO_OUTPUT(red)); }
enum ct_error ours_green(void);
enum ct_error ours_green(void) { return pulse(CT_GPIO_OUTPUT(green)); }

#define PF0 (*(volatile uint32_t *)0x40025004u)
#define PB1 (*(volatile uint32_t *)0x40005008u)
enum ct_error hand_red(void);
enum ct_error hand_red(void) {
    PF0 = 0xFF;
    PF0 = 0;
    return CT_OK;
}
enum ct_error hand_green(void);
enum ct_error hand_green(void) {
    PB1 = 0xFF;
    PB1 = 0;
    return CT_OK;
}

// asked for: one copy for all pins
enum ct_error shared_pulse(struct ct_output_pin pin);
enum ct_error shared_pulse(struct ct_output_pin pin) { return pulse(pin); }

// two devices on one bus
CT_SSI(bus, SSI0, 50000000);
CT_GPIO(select_first, D, 0);
CT_GPIO(select_second, A, 3);
CT_SPI_DEVICE(first, CT_SSI_BUS(bus), CT_GPIO_OUTPUT(select_first), CT_NO_DELAY);
CT_SPI_DEVICE(second, CT_SSI_BUS(bus), CT_GPIO_OUTPUT(select_second), CT_NO_DELAY);
struct ct_spi_device device(int which);
struct ct_spi_device device(int which) { return which ? second : first; }
