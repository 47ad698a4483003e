// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Messages to tasks that arrive later: what <corten/app/task.h> gives each software task for it.
///
///     CT_MUST(report_spawn_after(CT_SECONDS(2), message));               // or _spawn_at
///     struct report_handle later;
///     CT_MUST(report_schedule_after(CT_SECONDS(2), message, &later));    // or _schedule_at
///     if (report_reschedule_after(later, CT_SECONDS(5)) == CT_STALE) late++;   // or _reschedule_at
///     if (report_cancel(later) == CT_STALE) late++;
///
/// On the application's own clock, with the types of <corten/app/timer.h>. On any clock, by a
/// deadline of <corten/app/monotonic.h>: `report_spawn_on(deadline, message)`, `_schedule_on`,
/// `_reschedule_on`. A delayed message takes its place in the task's capacity from the start, so it
/// is never lost later. An instant that has come sends at once; then a handle is stale from the
/// start. All in any context. Interrupts are masked for one message's copy and one operation of the
/// queue that timer.h describes.
#ifndef CORTEN_APP_LATER_H
#define CORTEN_APP_LATER_H
#pragma GCC system_header

#include <corten/app/monotonic.h>
#include <corten/app/split.h>
#include <corten/app/timer.h>
#include <corten/critical.h>
#include <corten/error.h>

// Timers of a task that are few are looked through for a free one, many are in a list of free ones.
#define CT_TIMERS_LOOKED_THROUGH_ 4

/// Of the inbox: NAME_timers, one for each place, which the compiler drops for a task that is never
/// sent for with a delay; and what happens with them while interrupts are masked.
#define CT_TASK_TIMERS_(name, message_type, capacity)                                              \
    CT_APP_STORAGE_ struct name##_timer_ {                                                         \
        struct ct_timer timer;                                                                     \
        message_type message;                                                                      \
    } name##_timers[(capacity) < 1 ? 1 : (capacity)];                                              \
    struct name##_handle {                                                                         \
        struct ct_timer_handle handle_;                                                            \
    };                                                                                             \
    CT_APP_STORAGE_ uint8_t name##_delayed_;                                                       \
    CT_APP_STORAGE_ struct name##_timers_left_ {                                                   \
        struct ct_timer *free;                                                                     \
        uint8_t used; /* those behind it never were */                                             \
    } name##_timers_left;                                                                          \
    ct_inline void name##_put_(message_type message);                                              \
    ct_inline bool name##_is_full_(void);                                                          \
    /* There is one: the inbox is not full. */                                                     \
    ct_inline struct name##_timer_ *name##_take_timer_(void) {                                     \
        struct name##_timer_ *timer = name##_timers;                                               \
        if (name##_capacity_ <= CT_TIMERS_LOOKED_THROUGH_) {                                       \
            if (name##_capacity_ > 1)                                                              \
                while (timer->timer.expire) timer++;                                               \
        } else if (name##_timers_left.free) {                                                      \
            timer = (struct name##_timer_ *)name##_timers_left.free;                               \
            name##_timers_left.free = timer->timer.next;                                           \
        } else {                                                                                   \
            timer += name##_timers_left.used++;                                                    \
        }                                                                                          \
        name##_delayed_++;                                                                         \
        return timer;                                                                              \
    }                                                                                              \
    ct_inline void name##_give_timer_(struct ct_timer *timer) {                                    \
        name##_delayed_--;                                                                         \
        if (name##_capacity_ <= CT_TIMERS_LOOKED_THROUGH_) return;                                 \
        timer->next = name##_timers_left.free;                                                     \
        name##_timers_left.free = timer;                                                           \
    }                                                                                              \
    static __attribute__((unused)) void name##_expire_(struct ct_timer *timer) {                   \
        name##_give_timer_(timer);                                                                 \
        name##_put_(((struct name##_timer_ *)timer)->message);                                     \
    }                                                                                              \
    CT_TASK_SEND_LATER_(name, at, struct ct_instant, ct_instant_has_come, ct_app_insert_,          \
                        ct_app_insert_again_, message_type)                                        \
    CT_TASK_SEND_LATER_(name, on, struct ct_deadline, ct_deadline_has_come, ct_deadline_insert_,   \
                        ct_deadline_insert_again_, message_type)

/// For instants of the application's clock, and for deadlines of any.
#define CT_TASK_SEND_LATER_(name, at, when_type, has_come, insert, insert_again, message_type)     \
    CT_TASK_INLINE_ enum ct_error name##_send_##at##_(when_type when, message_type message,        \
                                                      struct name##_handle *handle) {              \
        const ct_port_mask_t before = ct_port_mask();                                              \
        const bool full = name##_is_full_();                                                       \
        if (full) {                                                                                \
        } else if (has_come(when)) {                                                               \
            if (handle) *handle = (struct name##_handle){};                                        \
            name##_put_(message);                                                                  \
        } else {                                                                                   \
            struct name##_timer_ *timer = name##_take_timer_();                                    \
            timer->message = message;                                                              \
            insert(&timer->timer, when, name##_expire_);                                           \
            if (handle)                                                                            \
                handle->handle_ = (struct ct_timer_handle){&timer->timer, timer->timer.stamp};     \
        }                                                                                          \
        ct_port_unmask(before);                                                                    \
        return full ? CT_FULL : CT_OK;                                                             \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_reschedule_##at(struct name##_handle handle, when_type when) { \
        const ct_port_mask_t before = ct_port_mask();                                              \
        const bool removed = ct_app_remove_(handle.handle_);                                       \
        if (removed && !has_come(when))                                                            \
            insert_again(handle.handle_.timer, when, name##_expire_);                              \
        else if (removed)                                                                          \
            name##_expire_(handle.handle_.timer);                                                  \
        ct_port_unmask(before);                                                                    \
        return removed ? CT_OK : CT_STALE;                                                         \
    }

/// What users call.
#define CT_TASK_LATER_(name, message_type, parameters, packed)                                     \
    CT_TASK_INLINE_ enum ct_error name##_spawn_at(struct ct_instant when_ CT_UNPACK parameters) {  \
        return name##_send_at_(when_, packed, NULL);                                               \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_spawn_after(                                              \
        struct ct_duration delay_ CT_UNPACK parameters) {                                          \
        return name##_send_at_(ct_instant_add(ct_now(), delay_), packed, NULL);                    \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_spawn_on(struct ct_deadline when_ CT_UNPACK parameters) { \
        return name##_send_on_(when_, packed, NULL);                                               \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_schedule_at(                                              \
        struct ct_instant when_ CT_UNPACK parameters, struct name##_handle *handle_) {             \
        return name##_send_at_(when_, packed, handle_);                                            \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_schedule_after(                                           \
        struct ct_duration delay_ CT_UNPACK parameters, struct name##_handle *handle_) {           \
        return name##_send_at_(ct_instant_add(ct_now(), delay_), packed, handle_);                 \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_schedule_on(                                              \
        struct ct_deadline when_ CT_UNPACK parameters, struct name##_handle *handle_) {            \
        return name##_send_on_(when_, packed, handle_);                                            \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_reschedule_after(struct name##_handle handle,             \
                                                          struct ct_duration delay) {              \
        return name##_reschedule_at(handle, ct_instant_add(ct_now(), delay));                      \
    }                                                                                              \
    /* A delayed message called off is the caller's again. */                                      \
    CT_TASK_INLINE_ struct name##_spawn_result name##_try_cancel(struct name##_handle handle) {    \
        struct name##_spawn_result result = {.error = CT_STALE};                                   \
        CT_CRITICAL {                                                                              \
            if (ct_app_remove_(handle.handle_)) {                                                  \
                result.message = ((struct name##_timer_ *)handle.handle_.timer)->message;          \
                name##_give_timer_(handle.handle_.timer);                                          \
                result.error = CT_OK;                                                              \
            }                                                                                      \
        }                                                                                          \
        return result;                                                                             \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_cancel(struct name##_handle handle) {                     \
        return name##_try_cancel(handle).error;                                                    \
    }

// Not always_inline: from the second caller on the compiler may share one instance.
#define CT_TASK_INLINE_ static inline __attribute__((unused, warn_unused_result))

#endif
