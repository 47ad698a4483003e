// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Stellaris LM3S6965 evaluation board: 50 MHz from a crystal of 8 MHz, 12 MHz after reset. The lamp
/// is on PF0, the heater PB1 of the header. Console: UART0 on PA0 (in) and PA1 (out), the virtual
/// COM port. The OLED (SSD0323, 128 x 64) and the slot for a memory card are on SSI0.
/// (Stellaris LM3S6965 Evaluation Board User's Manual.)
#ifndef CORTEN_BOARD_H
#define CORTEN_BOARD_H

#include <corten/board_common.h>
#include <corten/clocks.h>
#include <corten/device.h>
#include <corten/gpio.h>
#include <corten/heater.h>
#include <corten/ssi.h>
#include <corten/timer.h>
#include <corten/uart.h>

#define BOARD_NAME     "lm3s6965evb"
#define BOARD_CORE_HZ  50000000
#define BOARD_RESET_HZ 12000000 ///< the core's rate where board_start_clocks() is not called

#define BOARD_TICK          SysTick
#define BOARD_TICK_CLOCK_HZ BOARD_CORE_HZ

#define BOARD_SPARE_INTERRUPTS  PWM0, PWM1, PWM2
#define BOARD_CONSOLE_INTERRUPT UART0
#define BOARD_ADC_INTERRUPT     ADC0

CT_GPIO_CLAIMED(board_led, F, 0);
CT_GPIO_CLAIMED(board_heater, B, 1);
#define BOARD_LED                 CT_GPIO_OUTPUT(board_led)
#define BOARD_HEATER              BOARD_HEATER_OUTPUT(board_heater)
#define BOARD_LED_IS_ON_WHEN_HIGH 1

CT_TIMER_COUNTDOWN_CLAIMED(board_timer, TIMER0, BOARD_CORE_HZ);
#define BOARD_TIMER             CT_COUNTDOWN_OF(board_timer)
#define BOARD_TIMER_IS_THE_TICK 0

/// The SPI bus of display and card, after board_spi_start(); the lines that select them (low), and
/// the one that tells the display data (high) from commands.
CT_SSI_CLAIMED(board_spi, SSI0, BOARD_CORE_HZ);
CT_GPIO_CLAIMED(board_oled_select, A, 3);
CT_GPIO_CLAIMED(board_oled_dc, C, 7);
CT_GPIO_CLAIMED(board_card_select, D, 0);
#define BOARD_SPI         CT_SSI_BUS(board_spi)
#define BOARD_OLED_SELECT CT_GPIO_OUTPUT(board_oled_select)
#define BOARD_OLED_DC     CT_GPIO_OUTPUT(board_oled_dc)
#define BOARD_CARD_SELECT CT_GPIO_OUTPUT(board_card_select)

/// Turns the bus on, in mode 0 at 5 MHz, with nobody selected, and the display's supply.
void board_spi_start(void);

/// Turns the console on at a rate that is checked against the planned clock. Once, after
/// board_start_clocks(). The internal oscillator is too inaccurate for any rate.
#define board_console_start(baud)                                                                  \
    do {                                                                                           \
        CT_UART_CHECK_BAUD("console", BOARD_CORE_HZ, baud);                                        \
        board_console_start_(CT_UART_DIVISOR(BOARD_CORE_HZ, baud), CT_UART_DIVISOR(CT_IOSC_HZ, baud)); \
    } while (0)
void board_console_start_(uint32_t divisor, uint32_t divisor_on_internal);

#endif
