// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// An STM32F405 as a native process, at 168 MHz from a crystal of 8 MHz: what the Olimex STM32-H405
/// is for the chip, this is for its models. The lamp is on PC12, lit when low; console: USART1, PB6 out and
/// PB7 in; heater: PB0. Time is virtual, so the count-down timer is the process's.
#ifndef CORTEN_BOARD_H
#define CORTEN_BOARD_H

#include <corten/board_common.h>
#include <corten/clocks.h>
#include <corten/device.h>
#include <corten/gpio.h>
#include <corten/heater.h>
#include <corten/usart.h>

CT_CLOCK_TREE_FOR(board, CRYSTAL(8000000), CORE(168000000));

#define BOARD_NAME    "stm32f405-model"
#define BOARD_CORE_HZ 168000000

#define BOARD_TICK          SysTick
#define BOARD_TICK_CLOCK_HZ 1000000000 ///< the native port's

#define BOARD_SPARE_INTERRUPTS  CAN2_TX, CAN2_RX0, CAN2_RX1
#define BOARD_CONSOLE_INTERRUPT USART1
#define BOARD_ADC_INTERRUPT     ADC

CT_GPIO_CLAIMED(board_led, C, 12);
CT_GPIO_CLAIMED(board_heater, B, 0);
#define BOARD_LED                 CT_GPIO_OUTPUT(board_led)
#define BOARD_HEATER              BOARD_HEATER_OUTPUT(board_heater)
#define BOARD_LED_IS_ON_WHEN_HIGH 0

extern const struct ct_countdown_ops board_timer_ops;
#define BOARD_TIMER             ((struct ct_countdown){&board_timer_ops, NULL})
#define BOARD_TIMER_IS_THE_TICK 0

/// Turns the console on at a rate that is checked. Once, after board_start_clocks().
#define board_console_start(baud)                                                                  \
    do {                                                                                           \
        CT_USART_CHECK_BAUD("console", board_apb2_hz, baud);                                       \
        board_console_start_(CT_USART_DIVISOR(board_apb2_hz, baud), (baud));                       \
    } while (0)
void board_console_start_(uint32_t divisor, uint32_t baud);

#endif
