// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Deadlines on a clock that is known at run time only.

#include <corten/app/monotonic.h>

bool ct_deadline_has_come(struct ct_deadline deadline) {
    return deadline.tick <= deadline.clock->now();
}

/// A timer that is first now changes the alarm.
static void queued(struct ct_timer *timer, const struct ct_clock *clock) {
    timer->clock = clock->id;
    if (timer->position == 1) clock->arm();
}

void ct_deadline_insert_(struct ct_timer *timer, struct ct_deadline deadline,
                         void (*expire)(struct ct_timer *timer)) {
    ct_timer_wide_insert(deadline.clock->heap, timer, deadline.tick, expire);
    queued(timer, deadline.clock);
}

void ct_deadline_insert_again_(struct ct_timer *timer, struct ct_deadline deadline,
                               void (*expire)(struct ct_timer *timer)) {
    ct_timer_wide_insert_again(deadline.clock->heap, timer, deadline.tick, expire);
    queued(timer, deadline.clock);
}
