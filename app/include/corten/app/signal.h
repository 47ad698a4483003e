// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The newest value for tasks that wait: of one event (signal), or of a state (watch). Included by
/// <corten/app.h>.
///
///     CT_SIGNAL(pressed, uint32_t);                            // a value is taken once
///     CT_WATCH(temperature, int32_t);                          // everybody sees the newest
///
///     pressed_signal(7);                                       // any context, interrupts included
///     CT_AWAIT_INTO(e, pressed_wait(CT_WAITER, &frame->value));
///
///     temperature_publish(21500);
///     CT_AWAIT_INTO(e, temperature_changed(CT_WAITER, &frame->seen, &frame->value));
///
/// A value that nobody took is overwritten by the next: unlike a channel neither has a length, and a
/// sender never waits. Each operation masks interrupts for the copy of one value.
#ifndef CORTEN_APP_SIGNAL_H
#define CORTEN_APP_SIGNAL_H
#pragma GCC system_header

#include <corten/app/task.h>
#include <corten/app/wait.h>
#include <corten/critical.h>

/// At file scope: a signal that carries a type, NAME_signal_state in the map file.
///
///     void NAME_signal(type value);                                     // any context
///     enum ct_error NAME_wait(CT_WAITER, type *into);                   // in CT_AWAIT_INTO: CT_OK
///     enum ct_error NAME_try_take(type *into);                          // CT_OK, CT_EMPTY
///     void NAME_clear(void);                                            // forgets what is there
///
/// Of several tasks that wait, the first to come takes the value.
#define CT_SIGNAL(name, type)                                                                      \
    CT_APP_STORAGE_ struct name##_signal_state_ {                                                  \
        struct ct_wait_queue waiters;                                                              \
        bool is_set;                                                                               \
        __typeof__(type) value;                                                                    \
    } name##_signal_state;                                                                         \
    static inline __attribute__((unused)) void name##_signal(__typeof__(type) value) {             \
        const ct_port_mask_t before = ct_port_mask();                                              \
        name##_signal_state.value = value;                                                         \
        name##_signal_state.is_set = true;                                                         \
        (void)ct_wait_queue_wake_masked_(&name##_signal_state.waiters);                            \
        ct_port_unmask(before);                                                                    \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_wait(struct ct_async *waiter, __typeof__(type) *into) {   \
        enum ct_error result = CT_OK;                                                              \
        const ct_port_mask_t before = ct_port_mask();                                              \
        if (name##_signal_state.is_set) {                                                          \
            name##_signal_state.is_set = false;                                                    \
            *into = name##_signal_state.value;                                                     \
            if (waiter && waiter->queue) ct_wait_queue_leave(waiter);                              \
        } else if (waiter) {                                                                       \
            ct_wait_queue_enter(&name##_signal_state.waiters, waiter);                             \
            result = CT_WOULD_BLOCK;                                                               \
        } else {                                                                                   \
            result = CT_EMPTY;                                                                     \
        }                                                                                          \
        ct_port_unmask(before);                                                                    \
        return result;                                                                             \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_try_take(__typeof__(type) *into) {                        \
        return name##_wait(NULL, into);                                                            \
    }                                                                                              \
    static inline __attribute__((unused)) void name##_clear(void) {                                \
        name##_signal_state.is_set = false;                                                        \
    }                                                                                              \
    _Static_assert(1, "")

/// At file scope: a watched value, NAME_watch in the map file. Each reader keeps, in its frame, the
/// number of the value that it has seen, 0 at first.
///
///     void NAME_publish(type value);                                    // any context
///     enum ct_error NAME_latest(type *into);                            // CT_OK; CT_EMPTY: none yet
///     enum ct_error NAME_changed(CT_WAITER, uint32_t *seen, type *into);  // in CT_AWAIT_INTO: CT_OK
///
/// A reader that is slower than the publisher misses values, never the newest.
#define CT_WATCH(name, type)                                                                       \
    CT_APP_STORAGE_ struct name##_watch_ {                                                         \
        struct ct_wait_queue waiters;                                                              \
        uint32_t number; /* of the value: 0 is none */                                             \
        __typeof__(type) value;                                                                    \
    } name##_watch;                                                                                \
    static inline __attribute__((unused)) void name##_publish(__typeof__(type) value) {            \
        CT_CRITICAL {                                                                              \
            name##_watch.value = value;                                                            \
            name##_watch.number = name##_watch.number + 1u ? name##_watch.number + 1u : 1u;        \
        }                                                                                          \
        ct_wait_queue_wake_all(&name##_watch.waiters);                                             \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_changed(struct ct_async *waiter, uint32_t *seen,          \
                                                 __typeof__(type) *into) {                         \
        enum ct_error result = CT_OK;                                                              \
        const ct_port_mask_t before = ct_port_mask();                                              \
        if (name##_watch.number != *seen) {                                                        \
            *seen = name##_watch.number;                                                           \
            *into = name##_watch.value;                                                            \
            if (waiter && waiter->queue) ct_wait_queue_leave(waiter);                              \
        } else if (waiter) {                                                                       \
            ct_wait_queue_enter(&name##_watch.waiters, waiter);                                    \
            result = CT_WOULD_BLOCK;                                                               \
        } else {                                                                                   \
            result = CT_EMPTY;                                                                     \
        }                                                                                          \
        ct_port_unmask(before);                                                                    \
        return result;                                                                             \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_latest(__typeof__(type) *into) {                          \
        uint32_t seen_ = 0;                                                                        \
        return name##_changed(NULL, &seen_, into);                                                 \
    }                                                                                              \
    _Static_assert(1, "")

#endif
