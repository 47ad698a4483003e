// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/app/timer.h>
#include <corten/port.h>

struct ct_time ct_time;

void ct_timer_insert(struct ct_timer *timer, struct ct_instant due,
                     void (*expire)(struct ct_timer *timer)) {
    struct ct_timer *before = NULL, *after = ct_time.first;
    while (after && (int32_t)(after->due.tick - due.tick) <= 0) {
        before = after;
        after = after->next;
    }
    timer->due = due;
    timer->expire = expire;
    timer->next = after;
    if (before)
        before->next = timer;
    else
        ct_time.first = timer;
}

bool ct_timer_remove(struct ct_timer_handle handle) {
    struct ct_timer *timer = handle.timer;
    if (!timer || !timer->expire || timer->generation != handle.generation) return false;
    struct ct_timer *before = NULL;
    for (struct ct_timer *at = ct_time.first; at != timer; at = at->next) before = at;
    if (before)
        before->next = timer->next;
    else
        ct_time.first = timer->next;
    timer->expire = NULL;
    return true;
}

void ct_timer_expire_due(void) {
    bool more;
    do {
        const ct_port_mask_t before = ct_port_mask();
        struct ct_timer *first = ct_time.first;
        more = first && ct_instant_has_come(first->due);
        if (more) {
            void (*const expire)(struct ct_timer *) = first->expire;
            ct_time.first = first->next;
            first->expire = NULL; // free again; its message is taken before anybody can know
            first->generation++;
            expire(first);
        }
        ct_port_unmask(before);
    } while (more);
}
