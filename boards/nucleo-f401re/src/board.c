// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/board.h>

_Static_assert(BOARD_CORE_HZ == board_core_hz, "");

CT_CLAIM(PA5);  // board_led
CT_CLAIM(PB0);  // board_heater
CT_CLAIM(PC13); // board_button
CT_GPIO(console_out, A, 2);
CT_GPIO(console_in, A, 3);
CT_USART(console, USART2);

struct ct_systick_countdown board_timer = {.cycles_per_us = BOARD_CORE_HZ / 1000000};

static bool is_planned_clock;

struct ct_clock_result board_start_clocks(void) {
    const struct ct_clock_result result = ct_clocks_start(board);
    is_planned_clock = result.core_hz == BOARD_CORE_HZ;
    ct_gpio_enable(board_led);
    ct_gpio_set_low(board_led);
    ct_gpio_make_output(board_led, CT_GPIO_PUSH_PULL, CT_GPIO_SLOW);
    ct_gpio_enable(board_heater);
    ct_gpio_set_low(board_heater);
    ct_gpio_make_output(board_heater, CT_GPIO_PUSH_PULL, CT_GPIO_SLOW);
    ct_gpio_make_input(board_button, CT_GPIO_FLOATING); // pulled up on the board
    return result;
}

void board_console_start_(uint32_t divisor, uint32_t divisor_on_internal) {
    ct_gpio_make_alternate(console_out, 7, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_gpio_make_alternate(console_in, 7, CT_GPIO_PUSH_PULL, CT_GPIO_PULL_UP);
    ct_usart_start_divided(console, is_planned_clock ? divisor : divisor_on_internal);
    ct_usart_listen(console, CT_USART_RECEIVE);
}

int board_console_take(void) { return ct_usart_take(console, &board_console_errors); }

enum ct_error board_console_try_put(char byte) { return ct_usart_put(console, (uint8_t)byte); }

enum ct_error board_console_flush(void) { return ct_usart_flush(console); }

void board_console_interrupt_when_room(bool has_room) {
    if (has_room)
        ct_usart_listen(console, CT_USART_TRANSMIT);
    else
        ct_usart_ignore(console, CT_USART_TRANSMIT);
}
