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
CT_CLAIM(SSI0);   // board_spi
CT_GPIO(spi_clock, A, 2);
CT_CLAIM(PA3); // board_oled_select
CT_GPIO(spi_in, A, 4);
CT_GPIO(spi_out, A, 5);
CT_GPIO(oled_supply, C, 6);
CT_CLAIM(PC7); // board_oled_dc
CT_CLAIM(PD0); // board_card_select

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

void board_spi_start(void) {
    ct_gpio_make_alternate(spi_clock);
    ct_gpio_make_alternate(spi_in);
    ct_gpio_make_alternate(spi_out);
    ct_gpio_enable(board_oled_select);
    ct_gpio_enable(board_card_select);
    ct_gpio_set_high(board_oled_select);
    ct_gpio_set_high(board_card_select);
    ct_gpio_make_output(board_oled_select);
    ct_gpio_make_output(board_card_select);
    ct_gpio_make_output(board_oled_dc);
    ct_gpio_make_output(oled_supply);
    ct_gpio_set_high(oled_supply); // 15 V
    ct_ssi_start(board_spi, 5000000, CT_SPI_MODE_0);
}

void board_console_interrupt_when_room(bool has_room) {
    if (has_room)
        ct_uart_listen(console, CT_UART_TRANSMIT);
    else
        ct_uart_ignore(console, CT_UART_TRANSMIT);
}
