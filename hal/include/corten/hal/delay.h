// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Delays: at least so long, and the core waits.
///
///     ct_delay_us(delay, 15);                            // a pulse's width
///     ct_delay_ms(delay, 40);
///     ct_delay_ns(delay, 450);
///
/// A delay is never shorter; interrupts, and the calls themselves, can make it longer. 0 is no
/// delay. What has other work to do meanwhile waits with CT_DELAY (app/) or a count-down instead.
/// Any context in which it is fine to wait that long.
#ifndef CORTEN_HAL_DELAY_H
#define CORTEN_HAL_DELAY_H

#include <corten/hal/instance.h>
#include <corten/hal/timer.h>

struct ct_delay_ops {
    void (*ns)(void *object, uint32_t nanoseconds);
    void (*us)(void *object, uint32_t microseconds); ///< NULL: made of ns
};

struct ct_delay {
    const struct ct_delay_ops *ops;
    void *object;
};

/// For what takes a delay and does not need it.
#define CT_NO_DELAY ((struct ct_delay){0})

/// Waits for at least so many nanoseconds, up to 4.29 s.
ct_inline void ct_delay_ns(struct ct_delay delay, uint32_t nanoseconds) {
    delay.ops->ns(delay.object, nanoseconds);
}

/// Waits for at least so many microseconds, up to 4295 s.
ct_inline void ct_delay_us(struct ct_delay delay, uint32_t microseconds) {
    if (delay.ops->us) {
        delay.ops->us(delay.object, microseconds);
        return;
    }
    for (; microseconds > 4000000u; microseconds -= 4000000u)
        delay.ops->ns(delay.object, 4000000000u);
    delay.ops->ns(delay.object, microseconds * 1000u);
}

/// Waits for at least so many milliseconds, up to 49 days.
ct_inline void ct_delay_ms(struct ct_delay delay, uint32_t milliseconds) {
    for (; milliseconds > 4000000u; milliseconds -= 4000000u) ct_delay_us(delay, 4000000000u);
    ct_delay_us(delay, milliseconds * 1000u);
}

/* ---- made of a count-down timer, the object being a struct ct_countdown */

ct_inline void ct_delay_by_countdown_us_(void *object, uint32_t microseconds) {
    const struct ct_countdown *timer = object;
    while (microseconds) { // a timer that cannot count that long counts half, twice
        uint32_t part = microseconds;
        while (ct_countdown_start(*timer, part) == CT_OUT_OF_RANGE && part > 1u) part -= part / 2u;
        while (ct_countdown_wait(*timer) == CT_WOULD_BLOCK) CT_COMPILER_BARRIER();
        microseconds -= part;
    }
}
ct_inline void ct_delay_by_countdown_ns_(void *object, uint32_t nanoseconds) {
    ct_delay_by_countdown_us_(object, nanoseconds / 1000u + (nanoseconds % 1000u != 0));
}
static const __attribute__((unused)) struct ct_delay_ops ct_delay_by_countdown_ops = {
    ct_delay_by_countdown_ns_, ct_delay_by_countdown_us_};

/// A delay from a count-down timer that nothing else uses; `timer` is the address of a struct
/// ct_countdown, const for the operations to fold. Nanoseconds are rounded up to microseconds.
#define CT_DELAY_BY_COUNTDOWN(timer)                                                               \
    ((struct ct_delay){&ct_delay_by_countdown_ops,                                                 \
                       (void *)(uintptr_t)(const struct ct_countdown *)(timer)})

#endif
