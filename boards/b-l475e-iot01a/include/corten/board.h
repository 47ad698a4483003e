// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// ST B-L475E-IOT01A: STM32L475VG at 80 MHz from its internal MSI. BOARD_LED is LD1 on PA5,
/// BOARD_HEATER is LD2 on PB14, the user button (falling edge when pressed) is on PC13. Console:
/// USART1 on PB6 and PB7, the virtual COM port of the ST-LINK. (ST UM2153.)
#ifndef CORTEN_BOARD_H
#define CORTEN_BOARD_H

#include <corten/board_common.h>
#include <corten/clocks.h>
#include <corten/device.h>
#include <corten/gpio.h>
#include <corten/heater.h>
#include <corten/systick_countdown.h>
#include <corten/usart.h>

CT_CLOCK_TREE(board, PLL(1, 40, 2), BUSES(1, 1, 1)); // everything 80 MHz

#define BOARD_NAME    "b-l475e-iot01a"
#define BOARD_CORE_HZ 80000000

#define BOARD_TICK          SysTick
#define BOARD_TICK_CLOCK_HZ BOARD_CORE_HZ

#define BOARD_SPARE_INTERRUPTS  SAI1, SAI2, SWPMI1
#define BOARD_CONSOLE_INTERRUPT USART1
#define BOARD_ADC_INTERRUPT     ADC1_2

CT_GPIO_CLAIMED(board_led, A, 5);
CT_GPIO_CLAIMED(board_heater, B, 14);
CT_GPIO_CLAIMED(board_button, C, 13);
#define BOARD_LED                 CT_GPIO_OUTPUT(board_led)
#define BOARD_HEATER              BOARD_HEATER_OUTPUT(board_heater)
#define BOARD_LED_IS_ON_WHEN_HIGH 1

extern struct ct_systick_countdown board_timer;
#define BOARD_TIMER             CT_SYSTICK_COUNTDOWN(&board_timer)
#define BOARD_TIMER_IS_THE_TICK 1

/// Turns the console on at a rate that is checked against the planned clock and against the
/// oscillator that is left when that does not start. Once, after board_start_clocks().
#define board_console_start(baud)                                                                  \
    do {                                                                                           \
        CT_USART_CHECK_BAUD("console", board_apb2_hz, baud);                                       \
        CT_USART_CHECK_BAUD("console (on the internal oscillator)", CT_MSI_HZ, baud);              \
        board_console_start_(CT_USART_DIVISOR(board_apb2_hz, baud), CT_USART_DIVISOR(CT_MSI_HZ, baud)); \
    } while (0)
void board_console_start_(uint32_t divisor, uint32_t divisor_on_internal);

#endif
