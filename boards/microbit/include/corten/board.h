// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// BBC micro:bit 1: nRF51822 at 16 MHz. BOARD_LED is the first row of the lamps (P0.13) with the
/// first column held low (P0.4): the lamp in the corner. Heater: ring 0, P0.3. Console: P0.24 (out)
/// and P0.25 (in), the interface chip's COM port. (micro:bit hardware documentation, V1.3B.)
#ifndef CORTEN_BOARD_H
#define CORTEN_BOARD_H

#include <corten/board_common.h>
#include <corten/clocks.h>
#include <corten/device.h>
#include <corten/gpio.h>
#include <corten/heater.h>
#include <corten/timer.h>
#include <corten/uart.h>

#define BOARD_NAME    "microbit"
#define BOARD_CORE_HZ 16000000

#define BOARD_TICK          TIMER0
#define BOARD_TICK_CLOCK_HZ BOARD_CORE_HZ

#define BOARD_SPARE_INTERRUPTS  SWI0, SWI1, SWI2
#define BOARD_CONSOLE_INTERRUPT UART0
#define BOARD_ADC_INTERRUPT     ADC

CT_GPIO_CLAIMED(board_led, 13);
CT_GPIO_CLAIMED(board_led_column, 4);
CT_GPIO_CLAIMED(board_heater, 3);
#define BOARD_LED                 CT_GPIO_OUTPUT(board_led)
#define BOARD_HEATER              BOARD_HEATER_OUTPUT(board_heater)
#define BOARD_LED_IS_ON_WHEN_HIGH 1

extern struct ct_timer_countdown board_timer;
#define BOARD_TIMER             CT_COUNTDOWN_OF(board_timer)
#define BOARD_TIMER_IS_THE_TICK 0

/// Turns the console on at a rate that is checked. Once, after board_start_clocks().
#define board_console_start(baud)                                                                  \
    do {                                                                                           \
        CT_UART_CHECK_BAUD("console", baud);                                                       \
        board_console_start_(CT_UART_DIVISOR(baud));                                               \
    } while (0)
void board_console_start_(uint32_t divisor);

#endif
