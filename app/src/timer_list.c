// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A few timers in a sorted list: the one that is due next is at hand, the others are few.

#include <corten/app/timer_queue.h>
#include <corten/port.h>

struct ct_time ct_time;

/// Behind those that are due before, or at the same instant and were sent before; nobody was sent
/// after the newest.
ct_inline void put(struct ct_timer *timer, uint32_t due, uint32_t stamp, bool newest) {
    struct ct_timer *before = NULL, *after = ct_time.first;
    while (after) {
        const int32_t later = (int32_t)(after->due - due);
        if (later > 0) break;
        if (!newest && later == 0 && (int32_t)(after->stamp - stamp) > 0) break;
        before = after;
        after = after->next;
    }
    timer->due = due;
    timer->next = after;
    if (before)
        before->next = timer;
    else
        ct_time.first = timer;
}

void ct_timer_list_insert(struct ct_timer *timer, uint32_t due,
                          void (*expire)(struct ct_timer *timer)) {
    const uint32_t stamp = ++ct_time.stamp;
    timer->expire = expire;
    timer->stamp = stamp;
    put(timer, due, stamp, true);
}

void ct_timer_list_insert_again(struct ct_timer *timer, uint32_t due,
                                void (*expire)(struct ct_timer *timer)) {
    timer->expire = expire;
    put(timer, due, timer->stamp, false);
}

bool ct_timer_list_remove(struct ct_timer_handle handle) {
    struct ct_timer *timer = handle.timer;
    if (!ct_timer_waits(handle)) return false;
    struct ct_timer *before = NULL;
    for (struct ct_timer *at = ct_time.first; at != timer; at = at->next) before = at;
    if (before)
        before->next = timer->next;
    else
        ct_time.first = timer->next;
    timer->expire = NULL;
    return true;
}

ct_inline bool is_due(const struct ct_timer *first, uint32_t now) {
    return first && (int32_t)(first->due - now) <= 0;
}
ct_inline void expire_this(struct ct_timer *first) {
    void (*const expire)(struct ct_timer *) = first->expire;
    ct_time.first = first->next;
    first->expire = NULL; // free again; its message is taken before anybody can know
    expire(first);
}

bool ct_timer_list_expire(uint32_t now) {
    struct ct_timer *first = ct_time.first;
    if (!is_due(first, now)) return false;
    expire_this(first);
    return true;
}

// The first may have been called off since the tick looked at it; what comes in meanwhile is not due.
void ct_timer_list_expire_due(void) {
    const uint32_t now = ct_time.now;
    bool more;
    do {
        const ct_port_mask_t before = ct_port_mask();
        struct ct_timer *first = ct_time.first;
        if (is_due(first, now)) expire_this(first);
        more = is_due(ct_time.first, now);
        ct_port_unmask(before);
    } while (more);
}
