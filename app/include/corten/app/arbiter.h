// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Something that one task has at a time, across its waits: a bus, a display. Included by
/// <corten/app.h>.
///
///     static struct ct_arbiter bus;                            // all zero is free
///     CT_AWAIT_INTO(e, ct_arbiter_acquire(&bus, CT_WAITER));   // CT_AWAIT_FOR: CT_TIMEOUT
///     CT_AWAIT_INTO(e, transfer(CT_WAITER));                   // whatever takes time
///     ct_arbiter_release(&bus, CT_WAITER);
///
/// First come, first served, whatever their priorities. A release hands it over to the first who
/// waits: nobody overtakes, no wake-up is lost, also when the wait for it times out at that moment.
/// A lock (CT_LOCK) is for memory and takes four instructions; this is for what takes milliseconds.
#ifndef CORTEN_APP_ARBITER_H
#define CORTEN_APP_ARBITER_H

#include <corten/app/wait.h>

/// All zero is free.
struct ct_arbiter {
    struct ct_async *owner; ///< who has it, or NULL
    bool handed_over;       ///< the owner has not run since it was given to it
    struct ct_wait_queue waiters;
};

/// Takes it: CT_OK; or queues the task, CT_WOULD_BLOCK, for CT_AWAIT_INTO. In an asynchronous task.
/// Panics when the task has it already.
CT_MUST_USE enum ct_error ct_arbiter_acquire(struct ct_arbiter *arbiter, struct ct_async *waiter);

/// Takes it if it is free: CT_OK or CT_BUSY. In an asynchronous task.
CT_MUST_USE enum ct_error ct_arbiter_try_acquire(struct ct_arbiter *arbiter, struct ct_async *waiter);

/// Gives it to the first who waits, or sets it free. By its owner: panics otherwise.
void ct_arbiter_release(struct ct_arbiter *arbiter, struct ct_async *owner);

#endif
