// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The queues in which timers wait, for <corten/app.h>, which chooses among them: a sorted list for
/// a few, a binary heap for many, and a heap for instants of 64 bits.
///
///     static uintptr_t heap[CT_TIMER_HEAP_WORDS(3)];            // all zero is empty
///     static struct ct_timer a;
///     ct_timer_heap_insert(heap, &a, 100, ring);                // interrupts masked
///     const struct ct_timer_handle h = {&a, a.stamp};
///     while (ct_timer_heap_expire(heap, 100)) {}                // calls ring(&a)
///
/// Instants are compared modulo 2^32 where they have 32 bits. All functions are called with
/// interrupts masked, but ct_timer_list_expire_due() and its like, which mask for one timer at a time.
#ifndef CORTEN_APP_TIMER_QUEUE_H
#define CORTEN_APP_TIMER_QUEUE_H

#include <corten/compiler.h>

/// What waits for an instant. In static storage; `expire` is NULL while it is not queued.
struct ct_timer {
    union {
        struct ct_timer *next; ///< in a list
        struct {
            uint16_t position; ///< in a heap
            uint8_t clock;     ///< 0: the application's own; else which further one
        };
    };
    uint32_t due; ///< of 64 bits the lower half; the heap has the upper
    void (*expire)(struct ct_timer *timer);
    uint32_t stamp; ///< which insertion of all this was
};

/// One particular wait of a timer; stale when that has ended: it has expired or been removed, and
/// a later one has another stamp (of 2^32). The handles of tasks wrap it.
struct ct_timer_handle {
    struct ct_timer *timer;
    uint32_t stamp;
};

/// The ticks of a periodic clock, the list, and the insertions so far. One instance, ct_time.
struct ct_time {
    volatile uint32_t now;
    struct ct_timer *volatile first;
    uint32_t stamp;
};
extern struct ct_time ct_time;

/// Whether a wait has not ended.
ct_inline bool ct_timer_waits(struct ct_timer_handle handle) {
    return handle.timer && handle.timer->expire && handle.timer->stamp == handle.stamp;
}

/* ---- a sorted list, one in the firmware. A step for each timer that is due before. */

/// The most timers that CT_APP lets wait in the list. Up to here an event is far cheaper (the first is
/// at hand) and the longest insertion takes no longer than an event of a heap of as many: in
/// `./dev bench` the rows with 15 more waiting.
#define CT_TIMERS_IN_LIST 16

/// Queues a timer that is not queued.
void ct_timer_list_insert(struct ct_timer *timer, uint32_t due,
                          void (*expire)(struct ct_timer *timer));
/// The same with the stamp that it has.
void ct_timer_list_insert_again(struct ct_timer *timer, uint32_t due,
                                void (*expire)(struct ct_timer *timer));
/// Takes a timer out; false when the handle is stale.
bool ct_timer_list_remove(struct ct_timer_handle handle);
/// Expires the first if it is due at `now`; whether it was.
bool ct_timer_list_expire(uint32_t now);
/// Expires what is due at ct_time.now, interrupts unmasked in between. Tick handler only.
void ct_timer_list_expire_due(void);

/* ---- binary heaps. log2(timers) steps.
 *
 *   word     [0]     [1]   [2]   [3] …       1       parent of n: n/2
 *            count   first                 2   3     children: 2n, 2n+1
 *
 * Each entry is a pointer to a timer, 0 where the heap is empty; with instants of 64 bits two
 * words, [2n] the pointer and [2n+1] the upper half of the instant. */

#define CT_TIMER_HEAP_WORDS(timers)      (1 + ((timers) < 1 ? 1 : (timers)))
#define CT_TIMER_HEAP_WIDE_WORDS(timers) (2 + 2 * ((timers) < 1 ? 1 : (timers)))

void ct_timer_heap_insert(uintptr_t *heap, struct ct_timer *timer, uint32_t due,
                          void (*expire)(struct ct_timer *timer));
void ct_timer_heap_insert_again(uintptr_t *heap, struct ct_timer *timer, uint32_t due,
                                void (*expire)(struct ct_timer *timer));
bool ct_timer_heap_remove(uintptr_t *heap, struct ct_timer_handle handle);
bool ct_timer_heap_expire(uintptr_t *heap, uint32_t now);
void ct_timer_heap_expire_due(uintptr_t *heap);

void ct_timer_wide_insert(uintptr_t *heap, struct ct_timer *timer, uint64_t due,
                          void (*expire)(struct ct_timer *timer));
void ct_timer_wide_insert_again(uintptr_t *heap, struct ct_timer *timer, uint64_t due,
                                void (*expire)(struct ct_timer *timer));
bool ct_timer_wide_remove(uintptr_t *heap, struct ct_timer_handle handle);
bool ct_timer_wide_expire(uintptr_t *heap, uint64_t now);

/// The first timer of a heap, or NULL.
ct_inline const struct ct_timer *ct_timer_heap_first(const uintptr_t *heap) {
    return (const struct ct_timer *)*(const volatile uintptr_t *)&heap[1];
}
/// When the first of a wide heap is due; all ones where there is none.
ct_inline uint64_t ct_timer_wide_first_due(const uintptr_t *heap) {
    if (heap[0] == 0) return ~0ull;
    return (uint64_t)heap[3] << 32 | ((const struct ct_timer *)heap[2])->due;
}

#endif
