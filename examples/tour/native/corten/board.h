// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// What programs 6 and 7 want of a board, for the native model of the chip (test_driver.c,
// test_interrupt.c).
#ifndef TOUR_NATIVE_BOARD_H
#define TOUR_NATIVE_BOARD_H

#include <corten/claim.h>
#include <corten/clocks.h>
#include <corten/hal/timer.h>
#include <corten/registers.h>

enum { board_timers1_hz = CT_HSI_HZ, board_apb2_hz = CT_HSI_HZ }; // the clocks after reset
ct_inline struct ct_clock_result board_start_clocks(void) {
    return (struct ct_clock_result){CT_OK, NULL, CT_HSI_HZ};
}
ct_inline void board_console_start(uint32_t baud) { (void)baud; }
extern const struct ct_countdown_ops native_timer;
#define BOARD_TIMER ((struct ct_countdown){&native_timer, NULL})
void board_console_put(char byte);
void board_console_print(const char *text);

#endif
