// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Count-down timers: waiting for a time to pass, without a clock.
///
///     CT_MUST(ct_countdown_start(timer, 250000));
///     CT_MUST(CT_BLOCK(ct_countdown_wait(timer)));       // a quarter of a second later
#ifndef CORTEN_HAL_TIMER_H
#define CORTEN_HAL_TIMER_H

#include <corten/error.h>
#include <corten/hal/instance.h>

struct ct_countdown_ops {
    /// Begins anew, also while one runs. CT_OK, or CT_OUT_OF_RANGE: 0, or longer than it can.
    enum ct_error (*start)(void *object, uint32_t microseconds);
    /// CT_WOULD_BLOCK while it runs; CT_OK once when it has run out; then CT_INVALID.
    enum ct_error (*wait)(void *object);
    /// CT_OK, or CT_INVALID: it does not run.
    enum ct_error (*cancel)(void *object);
};

/// A count-down timer, one waiter at a time.
struct ct_countdown {
    const struct ct_countdown_ops *ops;
    void *object;
};

/// Begins to count down the given time, 1 µs to what the timer states. CT_OK or CT_OUT_OF_RANGE.
ct_inline CT_MUST_USE enum ct_error ct_countdown_start(struct ct_countdown timer,
                                                       uint32_t microseconds) {
    return timer.ops->start(timer.object, microseconds);
}

/// CT_WOULD_BLOCK while the time has not passed, CT_OK when it has, CT_INVALID when it was not
/// started (or is over, or cancelled). Wait for it with CT_BLOCK.
ct_inline CT_MUST_USE enum ct_error ct_countdown_wait(struct ct_countdown timer) {
    return timer.ops->wait(timer.object);
}

/// Stops it. CT_OK, or CT_INVALID when it does not run.
ct_inline CT_MUST_USE enum ct_error ct_countdown_cancel(struct ct_countdown timer) {
    return timer.ops->cancel(timer.object);
}

#endif
