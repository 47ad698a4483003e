// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Olimex STM32-H405: STM32F405RG at 168 MHz from a crystal of 8 MHz. The lamp is on PC12, between
/// the supply and the pin. Console: USART1 on the extension header, PB6 out and PB7 in (PA9 and PA10
/// are taken by the USB connector). Heater: PB0 of the header. (Olimex, STM32-H405 user's manual.)
/// QEMU models neither the clocks (their flags are preset) nor the ports of this chip.
#ifndef CORTEN_BOARD_H
#define CORTEN_BOARD_H

#include <corten/board_common.h>
#include <corten/clocks.h>
#include <corten/device.h>
#include <corten/gpio.h>
#include <corten/heater.h>
#include <corten/systick_countdown.h>
#include <corten/usart.h>

CT_CLOCK_TREE(board, CRYSTAL(8000000), PLL(8, 336, 2, 7), BUSES(1, 4, 2)); // APB1 42, APB2 84 MHz

#define BOARD_NAME    "olimex-h405"
#define BOARD_CORE_HZ 168000000

#define BOARD_TICK          SysTick
#define BOARD_TICK_CLOCK_HZ BOARD_CORE_HZ

#define BOARD_SPARE_INTERRUPTS  CAN2_TX, CAN2_RX0, CAN2_RX1
#define BOARD_CONSOLE_INTERRUPT USART1
#define BOARD_ADC_INTERRUPT     ADC

CT_GPIO_CLAIMED(board_led, C, 12);
CT_GPIO_CLAIMED(board_heater, B, 0);
#define BOARD_LED                 CT_GPIO_OUTPUT(board_led)
#define BOARD_HEATER              BOARD_HEATER_OUTPUT(board_heater)
#define BOARD_LED_IS_ON_WHEN_HIGH 0

extern struct ct_systick_countdown board_timer;
#define BOARD_TIMER             CT_SYSTICK_COUNTDOWN(&board_timer)
#define BOARD_TIMER_IS_THE_TICK 1

/// Turns the console on at a rate that is checked against the planned clock and against the
/// oscillator that is left when that does not start. Once, after board_start_clocks().
#define board_console_start(baud)                                                                  \
    do {                                                                                           \
        CT_USART_CHECK_BAUD("console", board_apb2_hz, baud);                                       \
        CT_USART_CHECK_BAUD("console (on the internal oscillator)", CT_HSI_HZ, baud);              \
        board_console_start_(CT_USART_DIVISOR(board_apb2_hz, baud), CT_USART_DIVISOR(CT_HSI_HZ, baud)); \
    } while (0)
void board_console_start_(uint32_t divisor, uint32_t divisor_on_internal);

#endif
