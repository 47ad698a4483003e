// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Blink: the blinker in blink.h knows neither the pin nor the timer. Here both are constants, so
// what is linked is as if it did; the test binds the same function to a mock when it runs.

#include <corten/board.h>

#include "blink.h"

#ifndef BLINK_US
#    define BLINK_US 500000
#endif

int main(void) {
    const struct ct_clock_result clocks = board_start_clocks();
    board_console_start(115200);
    board_console_print(clocks.error ? clocks.flag : BOARD_NAME " blinks");
    board_console_print("\n");
    blink(BOARD_LED, BOARD_TIMER, BLINK_US);
}
