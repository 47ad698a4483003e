// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Tasks that wait in the middle of their body, without a stack of their own. Included by
/// <corten/app.h>.
///
///     CT_ASYNC(blink, 1, { uint32_t times; });             // what lives across a wait
///
///     enum ct_async_result blink(struct blink_task self, struct blink_frame *frame) {
///         CT_ASYNC_BEGIN(frame);
///         for (frame->times = 0; frame->times < 3; frame->times++) {
///             led_toggle();
///             CT_DELAY(CT_MS(100));                        // others of the priority run meanwhile
///         }
///         CT_ASYNC_END;
///     }
///
/// `blink_spawn()` starts it; until its body ends a further spawn returns CT_FULL: there is one
/// instance, and its frame is static. Ordinary local variables do not live across a wait: what has
/// to is a member of the frame, which the body initialises. Priority 0 runs in thread mode, in
/// idle's place. Refused: a wait inside CT_LOCK or CT_CRITICAL.
#ifndef CORTEN_APP_ASYNC_H
#define CORTEN_APP_ASYNC_H
#pragma GCC system_header

#include <corten/app/monotonic.h>
#include <corten/app/resource.h>
#include <corten/app/task.h>
#include <corten/app/wait.h>
#include <corten/critical.h>

/// What a body returns to its dispatcher; bodies use CT_ASYNC_END instead.
enum ct_async_result { CT_ASYNC_WAITS, CT_ASYNC_DONE };

/// At file scope: a task that can wait. The third argument, in braces, are the members of its
/// frame.
#define CT_ASYNC(name, level, ...)                                                                 \
    CT_MUST_BE_LISTED_(name)                                                                       \
    CT_ASYNC_CORE_(name, level, , __VA_ARGS__)                                                     \
    CT_TASK_INLINE_ enum ct_error name##_spawn(void) {                                             \
        const ct_port_mask_t before = ct_port_mask();                                              \
        const bool started = ct_async_start_(&name##_frame.async_, name##_announce_run_);          \
        ct_port_unmask(before);                                                                    \
        return started ? CT_OK : CT_FULL;                                                          \
    }                                                                                              \
    CT_APP_BODY_ enum ct_async_result name(struct name##_task self, struct name##_frame *frame)

/// The same, started with a message, a value or FIELDS as for CT_TASK_WITH, which the body finds as
/// `frame->message`.
///
///     CT_ASYNC_WITH(greet, 1, struct guest, { uint32_t i; });      // greet_spawn(struct guest)
#define CT_ASYNC_WITH(name, level, message, ...)                                                   \
    CT_MUST_BE_LISTED_(name)                                                                       \
    CT_MESSAGE_STRUCT_(name, message)                                                              \
    CT_ASYNC_WITH_(name, level, CT_MESSAGE_TYPE_(name, message), CT_MESSAGE_PARAMETERS_(message),  \
                   CT_MESSAGE_PACKED_(name, message), __VA_ARGS__)
#define CT_ASYNC_WITH_(name, level, message_type, parameters, packed, ...)                         \
    CT_ASYNC_CORE_(name, level, message_type message;, __VA_ARGS__)                                \
    CT_TASK_INLINE_ enum ct_error name##_start_(message_type message) {                            \
        const ct_port_mask_t before = ct_port_mask();                                              \
        const bool started = ct_async_start_(&name##_frame.async_, name##_announce_run_);          \
        if (started) name##_frame.message = message;                                               \
        ct_port_unmask(before);                                                                    \
        return started ? CT_OK : CT_FULL;                                                          \
    }                                                                                              \
    struct name##_spawn_result {                                                                   \
        enum ct_error error;                                                                       \
        message_type message;                                                                      \
    };                                                                                             \
    CT_TASK_INLINE_ enum ct_error name##_spawn(CT_PARAMETERS_(parameters)) {                       \
        return name##_start_(packed);                                                              \
    }                                                                                              \
    CT_TASK_INLINE_ struct name##_spawn_result name##_try_spawn(CT_PARAMETERS_(parameters)) {      \
        return (struct name##_spawn_result){name##_start_(packed), packed};                        \
    }                                                                                              \
    CT_APP_BODY_ enum ct_async_result name(struct name##_task self, struct name##_frame *frame)

#define CT_ASYNC_CORE_(name, level, message_member, ...)                                           \
    _Static_assert((level) >= 0, "task " #name ": a priority is not negative");                    \
    _Static_assert((level) <= CT_PORT_LEVELS, "task " #name ": its priority is beyond the priority bits of this chip"); \
    enum {                                                                                         \
        name##_is_a_task = 1,                                                                      \
        name##_priority_ = (level),                                                                \
        name##_capacity_ = 1,                                                                      \
        name##_software_ = 1,                                                                      \
        name##_irq_ = -100                                                                         \
    };                                                                                             \
    struct name##_task {                                                                           \
        char priority_[0][level];                                                                  \
    };                                                                                             \
    CT_APP_STORAGE_ struct name##_frame {                                                          \
        struct ct_async async_;                                                                    \
        message_member                                                                             \
        __VA_OPT__(struct __VA_ARGS__;)                                                            \
    } name##_frame;                                                                                \
    CT_APP_BODY_ enum ct_async_result name(struct name##_task self, struct name##_frame *frame);   \
    CT_COMPLETED_BY_APP_ ct_inline void name##_announce_(void);                                    \
    CT_COMPLETED_END_                                                                              \
    static __attribute__((unused)) void name##_announce_run_(void) {                               \
        CT_EXPLORE_SENT_(name);                                                                    \
        name##_announce_();                                                                        \
    }                                                                                              \
    ct_inline void name##_enable_(void) {}                                                         \
    ct_inline void name##_run_(void) {}                                                            \
    ct_inline bool name##_waiting_(void) {                                                         \
        CT_COMPILER_BARRIER();                                                                     \
        return name##_frame.async_.ready;                                                          \
    }                                                                                              \
    /* Whoever wakes it from here on queues another run: nothing that the body did not see is      \
       lost. */                                                                                    \
    ct_inline void name##_deliver_(void) {                                                         \
        name##_frame.async_.ready = false;                                                         \
        CT_EXPLORE_RUNS_(name);                                                                    \
        CT_COMPILER_BARRIER();                                                                     \
        if (name##_frame.async_.active &&                                                          \
            name((struct name##_task){}, &name##_frame) == CT_ASYNC_DONE) {                        \
            CT_COMPILER_BARRIER();                                                                 \
            name##_frame.async_.active = false;                                                    \
        }                                                                                          \
    }

/* ---- in a body */

/// First statement of a body.
#define CT_ASYNC_BEGIN(frame)                                                                      \
    struct ct_async *const ct_async_ = &(frame)->async_;                                           \
    (void)self;                                                                                    \
    goto *(ct_async_->resume ? ct_async_->resume : &&ct_begin_);                                   \
    ct_begin_:

/// Last statement of a body, or an earlier end.
#define CT_ASYNC_END return CT_ASYNC_DONE

/// The task as what waits, for the first argument of operations that may wait.
#define CT_WAITER ct_async_

/// Waits until a call returns anything but CT_WOULD_BLOCK; it is made now and after every wake.
///
///     again: if (call == CT_WOULD_BLOCK) { resume = &&again; return CT_ASYNC_WAITS; }
#define CT_AWAIT(call) CT_AWAIT_(CT_CONCAT(ct_resume_, __COUNTER__), (call) == CT_WOULD_BLOCK)

/// The same, and keeps what the call returned.
///
///     enum ct_error e;        // set by the wait, so it need not live across it
///     CT_AWAIT_INTO(e, numbers_receive(CT_WAITER, receiver, &frame->number));
#define CT_AWAIT_INTO(result, call)                                                                \
    CT_AWAIT_(CT_CONCAT(ct_resume_, __COUNTER__), ((result) = (call)) == CT_WOULD_BLOCK)

/// The same, at most for a duration, or until a deadline of any clock: then the result is CT_TIMEOUT.
#define CT_AWAIT_FOR(result, call, duration)                                                       \
    CT_AWAIT_ARMED_(result, call, ct_async_arm_(ct_async_, ct_instant_add(ct_now(), duration)))
#define CT_AWAIT_ON(result, call, deadline)                                                        \
    CT_AWAIT_ARMED_(result, call, ct_async_arm_on_(ct_async_, deadline))
#define CT_AWAIT_ARMED_(result, call, arm)                                                         \
    do {                                                                                           \
        arm;                                                                                       \
        CT_AWAIT_INTO(result,                                                                      \
                      (__typeof__(call))ct_async_or_timeout_(ct_async_, (int)(call)));             \
        ct_async_disarm_(ct_async_);                                                               \
    } while (0)

/// Waits for at least a duration: the tick in progress does not count.
#define CT_DELAY(duration)                                                                         \
    CT_DELAY_UNTIL(ct_instant_add(ct_instant_add(ct_now(), (struct ct_duration){1}), duration))

/// Waits until an instant; one that has come is not waited for.
#define CT_DELAY_UNTIL(instant)                                                                    \
    do {                                                                                           \
        ct_async_arm_(ct_async_, instant);                                                         \
        CT_AWAIT(ct_async_elapsed_(ct_async_));                                                    \
    } while (0)

/// The same on any clock.
///
///     CT_DELAY_ON(fast_after(CT_US(50, fast)));
#define CT_DELAY_ON(deadline)                                                                      \
    do {                                                                                           \
        ct_async_arm_on_(ct_async_, deadline);                                                     \
        CT_AWAIT(ct_async_elapsed_(ct_async_));                                                    \
    } while (0)

/// Waits in a queue until a condition holds; it is evaluated now and after every wake.
///
///     bool enough;
///     CT_AWAIT_UNTIL(&more, enough, { CT_LOCK(self, count, c) enough = *c >= 3; });
#define CT_AWAIT_UNTIL(wait_queue, condition, ...)                                                 \
    CT_AWAIT_(CT_CONCAT(ct_resume_, __COUNTER__), ({                                               \
                  ct_wait_queue_enter(wait_queue, ct_async_);                                      \
                  __VA_ARGS__                                                                      \
                  const bool ct_holds_ = (condition);                                              \
                  if (ct_holds_) ct_wait_queue_leave(ct_async_);                                   \
                  !ct_holds_;                                                                      \
              }))

#define CT_AWAIT_(label, blocks) CT_AWAIT_AT_(label, blocks)
#define CT_AWAIT_AT_(label, blocks)                                                                \
    do {                                                                                           \
        _Static_assert(CT_IS_OUTSIDE_(ct_lock_), "a task must not wait while it holds a lock");    \
        _Static_assert(CT_IS_OUTSIDE_(ct_guard_), "a task must not wait in a critical section");   \
    label:                                                                                         \
        if (blocks) {                                                                              \
            ct_async_->resume = &&label;                                                           \
            return CT_ASYNC_WAITS;                                                                 \
        }                                                                                          \
    } while (0)

static inline __attribute__((unused)) void ct_async_arm_(struct ct_async *async,
                                                         struct ct_instant instant) {
    CT_CRITICAL {
        if (!ct_instant_has_come(instant)) ct_app_insert_(&async->timer, instant, ct_async_elapse_);
    }
}
static inline __attribute__((unused)) void ct_async_arm_on_(struct ct_async *async,
                                                            struct ct_deadline deadline) {
    CT_CRITICAL {
        if (!ct_deadline_has_come(deadline))
            ct_deadline_insert_(&async->timer, deadline, ct_async_elapse_);
    }
}
static inline __attribute__((unused)) void ct_async_disarm_(struct ct_async *async) {
    CT_CRITICAL {
        const struct ct_timer_handle handle = {&async->timer, async->timer.stamp};
        (void)ct_app_remove_(handle);
    }
}

// Inside CT_LOCK and CT_CRITICAL these names are those of the guards.
struct ct_outside_ {
    char none;
};
extern const struct ct_outside_ ct_lock_, ct_guard_;
// Only in the body of an asynchronous task this is the name of one.
struct only_an_asynchronous_task_can_wait;
extern struct only_an_asynchronous_task_can_wait *const ct_async_;
#define CT_IS_OUTSIDE_(guard)                                                                      \
    __builtin_types_compatible_p(__typeof__(guard), const struct ct_outside_)

#endif
