// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// ST NUCLEO-F401RE: STM32F401RE at 84 MHz from the 8 MHz that the debugger's chip delivers. The
/// lamp LD2 is on PA5, lit when high; the button B1 on PC13, low while pressed. Console: USART2 on
/// PA2 (out) and PA3 (in), the debugger's COM port. Heater: PB0 (A3 of the header). (ST, UM1724, 6.4
/// to 6.8.) There is no emulator of this chip: images for it run on that of the STM32F405, with the
/// clocks' flags preset, without ports, and with time twice as fast (168 MHz).
#ifndef CORTEN_BOARD_H
#define CORTEN_BOARD_H

#include <corten/board_common.h>
#include <corten/clocks.h>
#include <corten/device.h>
#include <corten/gpio.h>
#include <corten/heater.h>
#include <corten/systick_countdown.h>
#include <corten/usart.h>

CT_CLOCK_TREE(board, EXTERNAL(8000000), PLL(8, 336, 4, 7), BUSES(1, 2, 1)); // APB1 42, APB2 84 MHz

#define BOARD_NAME    "nucleo-f401re"
#define BOARD_CORE_HZ 84000000

#define BOARD_TICK          SysTick
#define BOARD_TICK_CLOCK_HZ BOARD_CORE_HZ

#define BOARD_SPARE_INTERRUPTS  SDIO, OTG_FS_WKUP, OTG_FS
#define BOARD_CONSOLE_INTERRUPT USART2
#define BOARD_ADC_INTERRUPT     ADC

CT_GPIO_CLAIMED(board_led, A, 5);
CT_GPIO_CLAIMED(board_heater, B, 0);
CT_GPIO_CLAIMED(board_button, C, 13);
#define BOARD_LED                 CT_GPIO_OUTPUT(board_led)
#define BOARD_HEATER              BOARD_HEATER_OUTPUT(board_heater)
#define BOARD_BUTTON              CT_GPIO_INPUT(board_button)
#define BOARD_LED_IS_ON_WHEN_HIGH 1

extern struct ct_systick_countdown board_timer;
#define BOARD_TIMER             CT_SYSTICK_COUNTDOWN(&board_timer)
#define BOARD_TIMER_IS_THE_TICK 1

/// Turns the console on at a rate that is checked against the planned clock and against the
/// oscillator that is left when that does not start. Once, after board_start_clocks().
#define board_console_start(baud)                                                                  \
    do {                                                                                           \
        CT_USART_CHECK_BAUD("console", board_apb1_hz, baud);                                       \
        CT_USART_CHECK_BAUD("console (on the internal oscillator)", CT_HSI_HZ, baud);              \
        board_console_start_(CT_USART_DIVISOR(board_apb1_hz, baud), CT_USART_DIVISOR(CT_HSI_HZ, baud)); \
    } while (0)
void board_console_start_(uint32_t divisor, uint32_t divisor_on_internal);

#endif
