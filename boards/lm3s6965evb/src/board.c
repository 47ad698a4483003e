// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/board.h>

_Static_assert(BOARD_CORE_HZ == CT_CORE_HZ, "");

CT_CLAIM(PF0); // board_led
CT_CLAIM(PB1); // board_heater
CT_GPIO(console_in, A, 0);
CT_GPIO(console_out, A, 1);
CT_UART(console, UART0);
CT_CLAIM(TIMER0); // board_timer

static bool is_planned_clock;

struct ct_clock_result board_start_clocks(void) {
    const struct ct_clock_result result = ct_clocks_start();
    is_planned_clock = result.core_hz == BOARD_CORE_HZ;
    ct_timer_enable(board_timer);
    ct_gpio_make_output(board_led);
    ct_gpio_set_low(board_led);
    ct_gpio_make_output(board_heater);
    ct_gpio_set_low(board_heater);
    return result;
}

void board_console_start_(uint32_t divisor, uint32_t divisor_on_internal) {
    ct_gpio_make_alternate(console_in);
    ct_gpio_make_alternate(console_out);
    ct_uart_start_divided(console, is_planned_clock ? divisor : divisor_on_internal);
    ct_uart_listen(console, CT_UART_RECEIVE);
}

int board_console_take(void) { return ct_uart_take(console, &board_console_errors); }

enum ct_error board_console_try_put(char byte) { return ct_uart_put(console, (uint8_t)byte); }

enum ct_error board_console_flush(void) { return ct_uart_flush(console); }
