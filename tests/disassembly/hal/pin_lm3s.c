// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A pin of the LM3S costs what its register costs.
// target: m3
// flags: {device lm3s6965}
// forbid ours_hal_set_high: bl|blx|push
#include <corten/gpio.h>

CT_GPIO(lamp, F, 0);

#define DATA (*(volatile uint32_t *)0x40025004u)

void ours_set_high(void);
void ours_set_high(void) { ct_gpio_set_high(lamp); }
void hand_set_high(void);
void hand_set_high(void) { DATA = 0xFF; }

enum ct_error ours_hal_set_high(void);
enum ct_error ours_hal_set_high(void) { return ct_output_set_high(CT_GPIO_OUTPUT(lamp)); }
enum ct_error hand_hal_set_high(void);
enum ct_error hand_hal_set_high(void) {
    DATA = 0xFF;
    return CT_OK;
}

enum ct_error ours_hal_toggle(void);
enum ct_error ours_hal_toggle(void) { return ct_output_toggle(CT_GPIO_OUTPUT(lamp)); }
enum ct_error hand_hal_toggle(void);
enum ct_error hand_hal_toggle(void) {
    DATA = ~DATA;
    return CT_OK;
}
