// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What waits, and those who wait for the same thing. Included by <corten/app.h>.
///
///     static struct ct_wait_queue more;                                  // all zero is empty
///     CT_AWAIT_UNTIL(&more, enough, { enough = count >= 3; });           // in a task that waits
///     ct_wait_queue_wake_all(&more);                                     // in whatever counts
#ifndef CORTEN_APP_WAIT_H
#define CORTEN_APP_WAIT_H

#include <corten/app/timer_queue.h>
#include <corten/error.h>
#include <corten/port.h>

/// What the kernel keeps of an asynchronous task, at the head of its frame.
struct ct_async {
    void *resume;                 // the label to go on at; NULL: the beginning
    void (*announce)(void);       // queues a run
    struct ct_wait_queue *queue;  // that it waits in, or NULL
    struct ct_async *next;        // behind it there
    struct ct_timer timer;        // of a delay or a time-out
    union {
        struct {
            bool active; // from a spawn to the end of the body
            bool ready;  // a run is queued
        };
        uint16_t state_; // both at once: 1 is active and not ready
    };
};

/// Those who wait for the same thing, the first to come first. All zero is empty.
struct ct_wait_queue {
    struct ct_async *first;
};

/// Queues a task behind the others, unless it waits there already. Its own body only.
void ct_wait_queue_enter(struct ct_wait_queue *queue, struct ct_async *waiter);

/// Takes a task out of the queue that it waits in, if it does. Its own body only.
void ct_wait_queue_leave(struct ct_async *waiter);

/// Takes the first, or all, out of the queue and makes them ready. Any context. The steps with
/// interrupts masked are those of one task.
void ct_wait_queue_wake_one(struct ct_wait_queue *queue);
void ct_wait_queue_wake_all(struct ct_wait_queue *queue);

/// Makes a task ready, if it is active: its wait is evaluated again. Any context.
void ct_async_wake(struct ct_async *async);

/* ---- of the macros above */

bool ct_async_start_(struct ct_async *async, void (*announce)(void)); // interrupts masked
void ct_async_elapse_(struct ct_timer *timer); // interrupts masked

/// Leaves the queue: CT_TIMEOUT; or CT_WOULD_BLOCK when a wake has come in the meantime: whoever sent
/// it counts on this task, which looks once more.
enum ct_error ct_async_give_up_(struct ct_async *async);

ct_inline enum ct_error ct_async_elapsed_(const struct ct_async *async) {
    CT_COMPILER_BARRIER();
    return async->timer.expire ? CT_WOULD_BLOCK : CT_OK;
}
// An int, since a call may return a byte or a count, which enum ct_error of Arm (8 bits) cannot hold.
ct_inline int ct_async_or_timeout_(struct ct_async *async, int result) {
    if (result != CT_WOULD_BLOCK || ct_async_elapsed_(async) == CT_WOULD_BLOCK) return result;
    return ct_async_give_up_(async);
}
/// ct_async_wake() with interrupts masked.
ct_inline void ct_async_wake_masked_(struct ct_async *async) {
    if (async->state_ != 1) return;
    async->ready = true;
    async->announce();
}
/// The first out of the queue and ready, or NULL. Interrupts must be masked.
ct_inline struct ct_async *ct_wait_queue_wake_masked_(struct ct_wait_queue *queue) {
    struct ct_async *const first = queue->first;
    if (first) {
        queue->first = first->next;
        first->queue = NULL;
        ct_async_wake_masked_(first);
    }
    return first;
}

#endif
