// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Count-down and periodic timers: waiting for a time to pass, without a clock.
///
///     CT_MUST(ct_countdown_start(timer, 250000));
///     CT_MUST(CT_BLOCK(ct_countdown_wait(timer)));       // a quarter of a second later
///     CT_MUST(ct_periodic_start(sampling, 1000));
///     CT_MUST(CT_BLOCK(ct_periodic_wait(sampling)));     // every millisecond
///
/// There is one unit of time, the microsecond in 32 bits, so that drivers fit all timers. A time is
/// "at least": it is never shorter. Both can be cancelled. One waiter at a time; contexts: those of
/// the implementation, which says so when an interrupt may call it.
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

struct ct_periodic_ops {
    /// Begins anew, also while it runs. CT_OK, or CT_OUT_OF_RANGE: a period that it cannot make.
    enum ct_error (*start)(void *object, uint32_t microseconds);
    /// CT_OK once a period, CT_WOULD_BLOCK until its end; CT_OVERRUN, once, when more than one has
    /// ended since the last look; CT_INVALID when it does not run.
    enum ct_error (*wait)(void *object);
    /// CT_OK, or CT_INVALID: it does not run.
    enum ct_error (*cancel)(void *object);
};

/// A timer that goes off again and again, without drift.
struct ct_periodic {
    const struct ct_periodic_ops *ops;
    void *object;
};

/// Goes off every so many microseconds from now on. CT_OK or CT_OUT_OF_RANGE.
ct_inline CT_MUST_USE enum ct_error ct_periodic_start(struct ct_periodic timer,
                                                      uint32_t microseconds) {
    return timer.ops->start(timer.object, microseconds);
}

/// CT_OK once when a period has ended, CT_OVERRUN when several have and the earlier were missed (a
/// timer that cannot tell returns CT_OK), CT_WOULD_BLOCK until then, CT_INVALID when it is stopped.
ct_inline CT_MUST_USE enum ct_error ct_periodic_wait(struct ct_periodic timer) {
    return timer.ops->wait(timer.object);
}

/// Stops it. CT_OK, or CT_INVALID when it does not run.
ct_inline CT_MUST_USE enum ct_error ct_periodic_cancel(struct ct_periodic timer) {
    return timer.ops->cancel(timer.object);
}

#endif
