// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A driver of one's own: a lamp on several pins of a port at once. It fills in the operations of an
// output pin, so whatever takes an output pin takes it: here the blinker of program 1.

#include <corten/board.h>

#include "blink.h"

#ifndef BLINK_US
#    define BLINK_US 500000
#endif

CT_CLAIM(PA8);
CT_CLAIM(PA9);

struct lamp {
    uint32_t mask; // of port A
};

// BSRR sets and resets in one store: no interrupt can come in between, no other pin is touched.
ct_inline enum ct_error lamp_set(void *object) {
    reg_write_raw(GPIOA->BSRR, ((const struct lamp *)object)->mask);
    return CT_OK;
}
ct_inline enum ct_error lamp_reset(void *object) {
    reg_write_raw(GPIOA->BSRR, ((const struct lamp *)object)->mask << 16);
    return CT_OK;
}
ct_inline int lamp_is_set(void *object) {
    return (reg_raw(GPIOA->ODR) & ((const struct lamp *)object)->mask) != 0;
}
ct_inline enum ct_error lamp_toggle(void *object) {
    return lamp_is_set(object) ? lamp_reset(object) : lamp_set(object);
}
static const struct ct_output_ops lamp_ops = {lamp_set, lamp_reset, lamp_toggle, lamp_is_set};

static const struct lamp both = {1u << 8 | 1u << 9};

int main(void) {
    const struct ct_clock_result clocks = board_start_clocks();
    board_console_start(115200);
    board_console_print(clocks.error ? clocks.flag : "PA8 and PA9 blink");
    board_console_print("\n");
    reg_set(RCC->AHB1ENR, RCC_AHB1ENR_GPIOAEN);
    (void)reg_raw(RCC->AHB1ENR); // the port answers two cycles later
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER8_Output, GPIO_MODER_MODER9_Output);
    blink((struct ct_output_pin){&lamp_ops, (void *)(uintptr_t)&both}, BOARD_TIMER, BLINK_US);
}
