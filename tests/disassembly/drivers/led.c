// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A lamp of drivers/ on a pin of the chip is the store to its register, whichever way it is wired.
// target: m3
// flags: {device lm3s6965}
#include <corten/drivers/led.h>
#include <corten/gpio.h>

CT_GPIO(wire, F, 0);
#define LAMP    ((struct ct_led){.pin = CT_GPIO_OUTPUT(wire)})
#define AT_PLUS ((struct ct_led){.pin = CT_GPIO_OUTPUT(wire), .is_on_when_low = true})
#define DATA    (*(volatile uint32_t *)0x40025004u)

enum ct_error ours_on(void);
enum ct_error ours_on(void) { return ct_led_on(LAMP); }
enum ct_error hand_on(void);
enum ct_error hand_on(void) {
    DATA = 0xFF;
    return CT_OK;
}

enum ct_error ours_on_at_plus(void);
enum ct_error ours_on_at_plus(void) { return ct_led_on(AT_PLUS); }
enum ct_error hand_on_at_plus(void);
enum ct_error hand_on_at_plus(void) {
    DATA = 0;
    return CT_OK;
}
