// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Blinking, for any output pin and any count-down timer.
///
///     CT_INSTANCE(enum ct_error, blink_once, blink_led, (BOARD_LED, BOARD_TIMER, 1, 250000));
///     CT_MUST(blink_once());
#ifndef BLINK_LED_H
#define BLINK_LED_H

#include <corten/block.h>
#include <corten/hal/pin.h>
#include <corten/hal/timer.h>

/// Drives the pin high and low again `times` times, with as many microseconds behind each. CT_OK,
/// or the first error of the pin or the timer. Waits busily.
ct_inline CT_MUST_USE enum ct_error blink_led(struct ct_output_pin led, struct ct_countdown timer,
                                              uint32_t times, uint32_t microseconds) {
    for (uint32_t edge = 0; edge < 2 * times; edge++) {
        enum ct_error e = ct_output_set(led, edge % 2 == 0);
        if (!e) e = ct_countdown_start(timer, microseconds);
        if (!e) e = CT_BLOCK(ct_countdown_wait(timer));
        if (e) return e;
    }
    return CT_OK;
}

#endif
