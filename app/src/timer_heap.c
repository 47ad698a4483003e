// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Many timers in a binary heap, whose array the application provides. Invariant: no entry is
// before its parent; each timer knows its position. `wide` is a constant at every call: with it
// an entry has a second word, the upper half of the instant.

#include <corten/app/timer_queue.h>
#include <corten/port.h>

struct entry {
    struct ct_timer *timer;
    uint32_t due, high, stamp;
};

ct_inline struct ct_timer *timer_at(const uintptr_t *heap, uint32_t position, bool wide) {
    return (struct ct_timer *)heap[wide ? 2 * position : position];
}
ct_inline uint32_t high_at(const uintptr_t *heap, uint32_t position, bool wide) {
    return wide ? (uint32_t)heap[2 * position + 1] : 0;
}
ct_inline void put(uintptr_t *heap, uint32_t position, struct ct_timer *timer, uint32_t high,
                   bool wide) {
    heap[wide ? 2 * position : position] = (uintptr_t)timer;
    if (wide) heap[2 * position + 1] = high;
    timer->position = (uint16_t)position;
}

/// Whether the entry at a position is before another.
ct_inline bool is_before(const uintptr_t *heap, uint32_t position, struct entry than, bool wide) {
    const struct ct_timer *timer = timer_at(heap, position, wide);
    if (wide) {
        const uint32_t high = high_at(heap, position, wide);
        if (high != than.high) return high < than.high;
        if (timer->due != than.due) return timer->due < than.due;
    } else {
        const int32_t later = (int32_t)(timer->due - than.due);
        if (later != 0) return later < 0;
    }
    return (int32_t)(timer->stamp - than.stamp) < 0;
}

ct_inline struct entry entry_at(const uintptr_t *heap, uint32_t position, bool wide) {
    struct ct_timer *timer = timer_at(heap, position, wide);
    return (struct entry){timer, timer->due, high_at(heap, position, wide), timer->stamp};
}

/// Puts an entry at a free position or above it: its parents go down until it may stay.
ct_inline void up(uintptr_t *heap, uint32_t free, struct entry entry, bool wide) {
    while (free > 1) {
        const uint32_t parent = free / 2;
        if (is_before(heap, parent, entry, wide)) break;
        put(heap, free, timer_at(heap, parent, wide), high_at(heap, parent, wide), wide);
        free = parent;
    }
    put(heap, free, entry.timer, entry.high, wide);
}

/// Puts an entry at a free position or below it: the earlier child goes up until it may stay.
ct_inline void down(uintptr_t *heap, uint32_t free, struct entry entry, bool wide) {
    const uint32_t count = (uint32_t)heap[0];
    for (uint32_t child; (child = 2 * free) <= count; free = child) {
        if (child < count && is_before(heap, child + 1, entry_at(heap, child, wide), wide)) child++;
        if (!is_before(heap, child, entry, wide)) break;
        put(heap, free, timer_at(heap, child, wide), high_at(heap, child, wide), wide);
    }
    put(heap, free, entry.timer, entry.high, wide);
}

ct_inline void insert(uintptr_t *heap, struct ct_timer *timer, uint32_t due, uint32_t high,
                      uint32_t stamp, void (*expire)(struct ct_timer *timer), bool wide) {
    timer->due = due;
    timer->stamp = stamp;
    timer->expire = expire;
    up(heap, (uint32_t)++heap[0], (struct entry){timer, due, high, stamp}, wide);
}

/// Closes the gap that a removed entry leaves with the last one.
ct_inline void close_gap(uintptr_t *heap, uint32_t gap, bool wide) {
    const uint32_t last = (uint32_t)heap[0]--;
    const struct entry moved = entry_at(heap, last, wide);
    heap[wide ? 2 * last : last] = 0;
    if (gap == last) return;
    if (gap > 1 && !is_before(heap, gap / 2, moved, wide))
        up(heap, gap, moved, wide);
    else
        down(heap, gap, moved, wide);
}

ct_inline bool take_out(uintptr_t *heap, struct ct_timer_handle handle, bool wide) {
    if (!ct_timer_waits(handle)) return false;
    close_gap(heap, handle.timer->position, wide);
    handle.timer->expire = NULL;
    return true;
}

ct_inline bool expire_first(uintptr_t *heap, uint64_t now, bool wide) {
    struct ct_timer *first = timer_at(heap, 1, wide);
    if (!first) return false;
    if (wide ? ct_timer_wide_first_due(heap) > now : (int32_t)(first->due - (uint32_t)now) > 0)
        return false;
    const uint32_t last = (uint32_t)heap[0]--;
    const struct entry moved = entry_at(heap, last, wide);
    heap[wide ? 2 * last : last] = 0;
    if (last > 1) down(heap, 1, moved, wide);
    void (*const expire)(struct ct_timer *) = first->expire;
    first->expire = NULL; // free again; its message is taken before anybody can know
    expire(first);
    return true;
}

/* ---- instants of 32 bits */

void ct_timer_heap_insert(uintptr_t *heap, struct ct_timer *timer, uint32_t due,
                          void (*expire)(struct ct_timer *timer)) {
    insert(heap, timer, due, 0, ++ct_time.stamp, expire, false);
}
void ct_timer_heap_insert_again(uintptr_t *heap, struct ct_timer *timer, uint32_t due,
                                void (*expire)(struct ct_timer *timer)) {
    insert(heap, timer, due, 0, timer->stamp, expire, false);
}
bool ct_timer_heap_remove(uintptr_t *heap, struct ct_timer_handle handle) {
    return take_out(heap, handle, false);
}
bool ct_timer_heap_expire(uintptr_t *heap, uint32_t now) { return expire_first(heap, now, false); }
void ct_timer_heap_expire_due(uintptr_t *heap) {
    bool more;
    do {
        const ct_port_mask_t before = ct_port_mask();
        more = expire_first(heap, ct_time.now, false);
        ct_port_unmask(before);
    } while (more);
}

/* ---- instants of 64 bits */

void ct_timer_wide_insert(uintptr_t *heap, struct ct_timer *timer, uint64_t due,
                          void (*expire)(struct ct_timer *timer)) {
    insert(heap, timer, (uint32_t)due, (uint32_t)(due >> 32), ++ct_time.stamp, expire, true);
}
void ct_timer_wide_insert_again(uintptr_t *heap, struct ct_timer *timer, uint64_t due,
                                void (*expire)(struct ct_timer *timer)) {
    insert(heap, timer, (uint32_t)due, (uint32_t)(due >> 32), timer->stamp, expire, true);
}
bool ct_timer_wide_remove(uintptr_t *heap, struct ct_timer_handle handle) {
    return take_out(heap, handle, true);
}
bool ct_timer_wide_expire(uintptr_t *heap, uint64_t now) { return expire_first(heap, now, true); }
