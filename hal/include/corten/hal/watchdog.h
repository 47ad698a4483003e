// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Watchdogs: the chip is reset unless somebody says in time that all is well.
///
///     CT_MUST(ct_watchdog_start(dog, 500000));           // half a second at least
///     ct_watchdog_feed(dog);
///
/// Contexts: feed from the one place that knows that everything else still runs, and not from a
/// timer's interrupt, which goes on when all else stands still.
#ifndef CORTEN_HAL_WATCHDOG_H
#define CORTEN_HAL_WATCHDOG_H

#include <corten/error.h>
#include <corten/hal/instance.h>

struct ct_watchdog_ops {
    enum ct_error (*start)(void *object, uint32_t microseconds);
    void (*feed)(void *object);
    enum ct_error (*stop)(void *object); ///< NULL: only a reset ends it
};

struct ct_watchdog {
    const struct ct_watchdog_ops *ops;
    void *object;
};

/// From now on the time between two feeds must not be longer than this. The time is "at least": the
/// watchdog never bites earlier, and as much later as the implementation states (its oscillator).
/// CT_OK; CT_OUT_OF_RANGE: 0, or longer than it can; CT_BUSY: it runs, and cannot be changed.
ct_inline CT_MUST_USE enum ct_error ct_watchdog_start(struct ct_watchdog dog, uint32_t microseconds) {
    return dog.ops->start(dog.object, microseconds);
}

/// All is well: the time begins anew. One that has a window bites when it is fed too early, which
/// its implementation states.
ct_inline void ct_watchdog_feed(struct ct_watchdog dog) { dog.ops->feed(dog.object); }

/// Ends it. CT_OK, or CT_UNSUPPORTED: most cannot be stopped, by intent.
ct_inline CT_MUST_USE enum ct_error ct_watchdog_stop(struct ct_watchdog dog) {
    return dog.ops->stop ? dog.ops->stop(dog.object) : CT_UNSUPPORTED;
}

#endif
