// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The first program: a lamp. No tasks, no interrupts; the driver in blink_led.h knows neither the
// pin nor the timer, and what is linked is as if it did.

#include <corten/board.h>
#include <corten/panic.h>
#include <corten/semihosting.h>
#include <corten/assert.h>

#include "blink_led.h"

#ifndef BLINK_US
#    define BLINK_US 250000
#endif

CT_INSTANCE(enum ct_error, blink_status, blink_led, (BOARD_LED, BOARD_TIMER, 2, BLINK_US));
CT_INSTANCE(enum ct_error, blink_heater, blink_led, (BOARD_HEATER, BOARD_TIMER, 1, 2 * BLINK_US));

int main(void) {
    const struct ct_clock_result clocks = board_start_clocks();
    board_console_start(115200);
    board_console_print(clocks.error ? clocks.flag : "blinking");
    board_console_print("\n");
    for (;;) {
        CT_MUST(blink_status());
        CT_MUST(blink_heater()); // any output pin
#ifdef EXAMPLE_ENDS
        ct_semihosting_exit(0);
#endif
    }
}
