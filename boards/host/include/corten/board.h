// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A native process: pins are variables, the console is the process's own, time is virtual.
/// What it offers is described in <corten/board_common.h>.
#ifndef CORTEN_BOARD_H
#define CORTEN_BOARD_H

#include <corten/board_common.h>
#include <corten/claim.h>
#include <corten/device.h>

#define BOARD_NAME    "host"
#define BOARD_CORE_HZ 1000000000

#define BOARD_TICK          SysTick
#define BOARD_TICK_CLOCK_HZ BOARD_CORE_HZ

#define BOARD_SPARE_INTERRUPTS  SPARE0, SPARE1, DMA1
#define BOARD_CONSOLE_INTERRUPT UART0
#define BOARD_ADC_INTERRUPT     ADC0

/// A pin of the machine that is not there: its level, for a test to look at.
struct board_pin {
    bool high;
    void (*changed)(bool high); ///< called with every level that is written, or NULL
};
extern struct board_pin board_led, board_heater;
extern const struct ct_output_ops board_pin_ops;
#define BOARD_LED                 ((struct ct_output_pin){&board_pin_ops, &board_led})
#define BOARD_HEATER              ((struct ct_output_pin){&board_pin_ops, &board_heater})
#define BOARD_LED_IS_ON_WHEN_HIGH 1

extern const struct ct_countdown_ops board_timer_ops;
#define BOARD_TIMER             ((struct ct_countdown){&board_timer_ops, NULL})
#define BOARD_TIMER_IS_THE_TICK 0

/// There is no line whose rate could be wrong.
void board_console_start(uint32_t baud);

#endif
