// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The blinker of programs 1 and 6: any output pin, any count-down timer, for ever.
///
///     blink(BOARD_LED, BOARD_TIMER, 250000);     // never returns
#ifndef BLINK_H
#define BLINK_H

#include <corten/assert.h>
#include <corten/block.h>
#include <corten/hal/pin.h>
#include <corten/hal/timer.h>

/// Changes the pin's level every so many microseconds. Never returns; panics when the pin or the
/// timer reports an error.
ct_inline _Noreturn void blink(struct ct_output_pin pin, struct ct_countdown timer,
                               uint32_t microseconds) {
    for (bool high = true;; high = !high) {
        CT_MUST(ct_output_set(pin, high));
        CT_MUST(ct_countdown_start(timer, microseconds));
        CT_MUST(CT_BLOCK(ct_countdown_wait(timer)));
    }
}

#endif
