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
/// 2^31 ticks apart (24 days at 1 kHz).
#ifndef CORTEN_APP_TIMER_H
#define CORTEN_APP_TIMER_H
#pragma GCC system_header

#include <corten/compiler.h>

struct ct_instant {
    uint32_t tick;
};
struct ct_duration {
    uint32_t ticks;
};

/// Durations from milliseconds, microseconds and seconds, rounded up to whole ticks, so that a
/// delay is never short. With a constant there is no code, and one of 2^31 ticks or more is an
/// error. Only behind a CT_APP that has a MONOTONIC.
#define CT_MS(n)      CT_TICKS_(n, 1000u)
#define CT_US(n)      CT_TICKS_(n, 1000000u)
#define CT_SECONDS(n) CT_TICKS_(n, 1u)
#define CT_TICKS_(n, per_second)                                                                   \
    ((struct ct_duration){(uint32_t)(((uint64_t)(n)*ct_tick_hz + (per_second)-1u) / (per_second)) + \
                          0u * (uint32_t)sizeof(struct {                                           \
                              _Static_assert((uint64_t)CT_CONSTANT_OR_0_(n) * ct_tick_hz /         \
                                                     (per_second) < (1u << 31),                    \
                                             "this duration is 2^31 ticks or more");               \
                              char c;                                                              \
                          })})
#define CT_CONSTANT_OR_0_(n) __builtin_choose_expr(__builtin_constant_p(n), (n), 0)

/// What waits for an instant. In static storage; `expire` is NULL while it is not queued.
struct ct_timer {
    struct ct_timer *next;
    struct ct_instant due;
    void (*expire)(struct ct_timer *timer);
    uint32_t generation; ///< how many times it has expired or been cancelled
};

/// One particular wait of a timer; stale when that has ended. The handles of tasks wrap it.
struct ct_timer_handle {
    struct ct_timer *timer;
    uint32_t generation;
};

/// The clock and what is due, soonest first. One instance, ct_time.
struct ct_time {
    volatile uint32_t now;
    struct ct_timer *volatile first;
};
extern struct ct_time ct_time;

/// The tick that has begun last. Any context.
ct_inline struct ct_instant ct_now(void) { return (struct ct_instant){ct_time.now}; }

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
    return (int32_t)(instant.tick - ct_time.now) <= 0;
}

/// Queues a timer that is not queued: `expire` is called at `due`, from the tick's handler, with
/// interrupts masked. Equal instants expire in the order of insertion. Interrupts must be masked;
/// takes a step for each timer that is due before it.
void ct_timer_insert(struct ct_timer *timer, struct ct_instant due,
                     void (*expire)(struct ct_timer *timer));

/// Takes a timer out of the queue; false when the handle is stale. Interrupts must be masked; takes
/// a step for each timer that is due before it. The handle stays good for another insertion.
bool ct_timer_remove(struct ct_timer_handle handle);

/// Expires what is due, each with interrupts masked and unmasked in between. Tick handler only.
void ct_timer_expire_due(void);

/// The tick's handler: 8 instructions while nothing waits.
ct_inline void ct_time_tick(void) {
    const uint32_t now = ct_time.now + 1u;
    ct_time.now = now;
    const struct ct_timer *first = ct_time.first;
    if (first && (int32_t)(first->due.tick - now) <= 0) ct_timer_expire_due();
}

#endif
