// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Time: instants, durations, and what is due when. Included by <corten/app.h>.
///
///     CT_APP(DISPATCHERS(EXTI0), TASKS(blink), MONOTONIC(SysTick, 1000, 16000000));
///
///     CT_MUST(blink_spawn_after(CT_MS(250)));
///     next = ct_instant_add(next, CT_SECONDS(1));      // no drift: from instant to instant
///     CT_MUST(blink_spawn_at(next));
///
/// One tick is the unit of both; MONOTONIC says how many make a second. Instants count from 0 at
/// the end of init and wrap after 2^32 ticks; two of them can be compared while they are less than
/// 2^31 ticks apart (24 days at 1 kHz, 35 minutes at 1 MHz). Further clocks, with instants of 64
/// bits and of a type of their own: <corten/app/monotonic.h>.
///
/// What it costs. With up to CT_TIMERS_IN_LIST (16) messages that may be delayed in all (the
/// capacities of the software tasks) they wait in a sorted list: expiry takes the first, insertion
/// and removal pass those that are due before, at most 15. With more, and with further clocks, they
/// wait in a binary heap: insertion, expiry and removal take at most log2 of their number steps. The
/// heap is ct_time_heap in the map file, a word for each of these places, whether delayed or not.
/// Equal instants expire in the order in which they were sent; one that is rescheduled keeps its
/// place in that order.
#ifndef CORTEN_APP_TIMER_H
#define CORTEN_APP_TIMER_H
#pragma GCC system_header

#include <corten/app/timer_queue.h>

struct ct_instant {
    uint32_t tick;
};
struct ct_duration {
    uint32_t ticks;
};

/// Durations from milliseconds, microseconds and seconds, rounded up to whole ticks, so that a
/// delay is never short. With a constant there is no code, and one that is negative or half the
/// range of its clock or more (2^31 ticks) is an error. Only behind a CT_APP that has a MONOTONIC.
/// With the name of a further clock as second argument: a duration of that clock.
///
///     CT_MS(250)            CT_US(50, fast)
#define CT_MS(n, ...)      CT_TICKS_(n, 1000u, __VA_ARGS__ __VA_OPT__(, ) ct, )
#define CT_US(n, ...)      CT_TICKS_(n, 1000000u, __VA_ARGS__ __VA_OPT__(, ) ct, )
#define CT_SECONDS(n, ...) CT_TICKS_(n, 1u, __VA_ARGS__ __VA_OPT__(, ) ct, )

typedef uint32_t ct_ticks_;
#define CT_TICKS_(n, per_second, clock, ...)                                                       \
    ((struct CT_CONCAT(clock, _duration)){(CT_CONCAT(clock, _ticks_))(                             \
        ((uint64_t)(n)*CT_CONCAT(clock, _tick_hz) + (per_second)-1u) / (per_second) +              \
        0u * sizeof(struct {                                                                       \
            _Static_assert(CT_TICKS_FIT_((uint64_t)CT_CONSTANT_OR_0_(n),                           \
                                         CT_CONCAT(clock, _tick_hz), per_second,                   \
                                         (CT_CONCAT(clock, _ticks_))~0ull),                        \
                           "this duration is too long for its clock, or negative");                \
            char c;                                                                                \
        }))})
#define CT_TICKS_FIT_(n, hz, per_second, most)                                                     \
    ((n) <= (~0ull - (per_second)) / (hz) && (n) * (hz) / (per_second) <= (most) / 2u)
#define CT_CONSTANT_OR_0_(n) __builtin_choose_expr(__builtin_constant_p(n), (n), 0)

/// The tick that has begun last. Any context; 0 in init.
struct ct_instant ct_now(void);

/// The instant `duration` after `from`.
ct_inline struct ct_instant ct_instant_add(struct ct_instant from, struct ct_duration duration) {
    return (struct ct_instant){from.tick + duration.ticks};
}

/// How long it was from `earlier` to `later`.
ct_inline struct ct_duration ct_instant_since(struct ct_instant later, struct ct_instant earlier) {
    return (struct ct_duration){later.tick - earlier.tick};
}

/// Whether `instant` is now or was. Any context.
ct_inline bool ct_instant_has_come(struct ct_instant instant) {
    return (int32_t)(instant.tick - ct_now().tick) <= 0;
}

/* ---- what CT_APP chooses and defines: list or heap, tick or counter. Interrupts masked. */

/// Queues a timer that is not queued; `expire` is called at `due`, interrupts masked.
void ct_app_insert_(struct ct_timer *timer, struct ct_instant due,
                    void (*expire)(struct ct_timer *timer));
/// The same for one that ct_app_remove_() has just taken out: its handle stays good.
void ct_app_insert_again_(struct ct_timer *timer, struct ct_instant due,
                          void (*expire)(struct ct_timer *timer));
/// Takes a timer out, of whatever clock; false when the handle is stale.
bool ct_app_remove_(struct ct_timer_handle handle);

#endif
