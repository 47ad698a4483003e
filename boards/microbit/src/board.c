// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/board.h>

_Static_assert(BOARD_CORE_HZ == CT_CORE_HZ, "");

CT_CLAIM(P0_13); // board_led
CT_CLAIM(P0_4);  // board_led_column
CT_CLAIM(P0_3);  // board_heater
CT_GPIO(console_out, 24);
CT_GPIO(console_in, 25);
CT_UART(console, UART0);
CT_CLAIM(TIMER1);

struct ct_timer_countdown board_timer;

struct ct_clock_result board_start_clocks(void) {
    const struct ct_clock_result result = ct_clocks_start();
    ct_gpio_set_low(board_led);
    ct_gpio_make_output(board_led);
    ct_gpio_set_low(board_led_column);
    ct_gpio_make_output(board_led_column);
    ct_gpio_set_low(board_heater);
    ct_gpio_make_output(board_heater);
    return result;
}

void board_console_start_(uint32_t divisor) {
    ct_uart_start_divided(console, console_out, console_in, divisor);
    ct_uart_listen(console, CT_UART_RECEIVE);
}

int board_console_take(void) { return ct_uart_take(console, &board_console_errors); }

enum ct_error board_console_try_put(char byte) { return ct_uart_put(console, (uint8_t)byte); }

enum ct_error board_console_flush(void) { return ct_uart_flush(console); }

void board_console_interrupt_when_room(bool has_room) {
    if (has_room)
        ct_uart_listen(console, CT_UART_TRANSMIT);
    else
        ct_uart_ignore(console, CT_UART_TRANSMIT);
}
