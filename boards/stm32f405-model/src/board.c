// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/board.h>
#include <corten/host.h>

#include "world.h"

CT_CLAIM(PC12); // board_led
CT_CLAIM(PB0);  // board_heater
CT_GPIO(console_out, B, 6);
CT_GPIO(console_in, B, 7);
CT_USART(console, USART1);

struct ct_clock_result board_start_clocks(void) {
    const struct ct_clock_result result = ct_clocks_start(board);
    ct_gpio_enable(board_led);
    ct_gpio_set_high(board_led);
    ct_gpio_make_output(board_led, CT_GPIO_PUSH_PULL, CT_GPIO_SLOW);
    ct_gpio_enable(board_heater);
    ct_gpio_set_low(board_heater);
    ct_gpio_make_output(board_heater, CT_GPIO_PUSH_PULL, CT_GPIO_SLOW);
    return result;
}

void board_console_start_(uint32_t divisor, uint32_t baud) {
    ct_gpio_make_alternate(console_out, 7, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_gpio_make_alternate(console_in, 7, CT_GPIO_PUSH_PULL, CT_GPIO_PULL_UP);
    ct_usart_start_divided(console, divisor);
    ct_usart_listen(console, CT_USART_RECEIVE);
    world_attach_terminal(baud);
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

/* ---- a count-down timer in virtual time */

static uint64_t ends; // 0: does not run

static enum ct_error start(void *object, uint32_t microseconds) {
    (void)object;
    if (microseconds == 0) return CT_OUT_OF_RANGE;
    ends = ct_host_now() + (uint64_t)microseconds * 1000u;
    return CT_OK;
}
static enum ct_error wait(void *object) {
    (void)object;
    if (ends == 0) return CT_INVALID;
    if (ct_host_now() < ends) return CT_WOULD_BLOCK;
    ends = 0;
    return CT_OK;
}
static enum ct_error cancel(void *object) {
    (void)object;
    const bool runs = ends != 0;
    ends = 0;
    return runs ? CT_OK : CT_INVALID;
}
const struct ct_countdown_ops board_timer_ops = {start, wait, cancel};
