// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A pin of the nRF51 costs what its register costs, on a Cortex-M0 too.
// target: m0
// flags: {device nrf51822}
// forbid ours_hal_set_high: bl|blx|push
#include <corten/gpio.h>

CT_GPIO(lamp, 13);

// as the vendor's header has it: the block begins 0x504 bytes before its first register, for which
// GCC takes two instructions more on a Cortex-M0 than for a block that begins there
struct port {
    volatile uint32_t reserved_[321], OUT, OUTSET, OUTCLR;
};
#define PORT ((struct port *)0x50000000u)

void ours_set_high(void);
void ours_set_high(void) { ct_gpio_set_high(lamp); }
void hand_set_high(void);
void hand_set_high(void) { PORT->OUTSET = 1u << 13; }

enum ct_error ours_hal_set_high(void);
enum ct_error ours_hal_set_high(void) { return ct_output_set_high(CT_GPIO_OUTPUT(lamp)); }
enum ct_error hand_hal_set_high(void);
enum ct_error hand_hal_set_high(void) {
    PORT->OUTSET = 1u << 13;
    return CT_OK;
}

enum ct_error ours_hal_set_low(void);
enum ct_error ours_hal_set_low(void) { return ct_output_set_low(CT_GPIO_OUTPUT(lamp)); }
enum ct_error hand_hal_set_low(void);
enum ct_error hand_hal_set_low(void) {
    PORT->OUTCLR = 1u << 13;
    return CT_OK;
}
