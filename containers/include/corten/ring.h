// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The index arithmetic of a ring of any capacity, in which every slot is usable.
///
///     static int slots[5];
///     uint32_t head = 0, tail = 0, span = ct_ring_span(5);
///     if (!ct_ring_is_full(head, tail, 5, span)) {
///         slots[ct_ring_slot(tail, 5, span)] = 42;
///         tail = ct_ring_next(tail, span);
///     }
///
/// An index does not run over the slots, but over a span of at least twice their number, so that
/// empty (head == tail) and full (tail is one capacity ahead) differ and no slot need stay unused:
///
///     capacity 5, span 10      0 1 2 3 4 5 6 7 8 9 | 0 1 …     index
///                              0 1 2 3 4 0 1 2 3 4 | 0 1 …     slot
///                                    head >─────> tail         used = 5: full
///
/// Where the capacity divides 256 (65536), that is the span, and a uint8_t (uint16_t) wraps by
/// itself. Otherwise the span is twice the capacity. With a constant capacity all this folds:
/// `slot` is one AND or a compare and subtract, `next` an ADD, for capacity 1 the slot is 0.
///
/// Head is written by the consumer alone and tail by the producer alone, so a queue over it needs
/// nothing but loads and stores (see spsc.h).
///
/// All functions are pure, take no time to speak of and may be called from any context.
/// The contracts between /*@ and */ are proven by Frama-C/WP: containers/proofs.
#ifndef CORTEN_RING_H
#define CORTEN_RING_H

#include <corten/compiler.h>

/// Capacity 1 … this.
#define CT_RING_MAX_CAPACITY 0x7FFFFFFFu

/// The type of an index in a ring of the given capacity (a constant): the smallest that holds the span.
#define CT_RING_INDEX(capacity)                                                                    \
    __typeof__(__builtin_choose_expr(                                                              \
        (capacity) <= 128, (uint8_t)0,                                                             \
        __builtin_choose_expr((capacity) <= 32768, (uint16_t)0, (uint32_t)0)))

/// ct_ring_span() as a constant expression, for static initialisers.
#define CT_RING_SPAN(capacity)                                                                     \
    ((capacity) <= 128u && 256u % (capacity) == 0u      ? 256u                                     \
     : (capacity) > 128u && (capacity) <= 32768u && 65536u % (capacity) == 0u ? 65536u             \
                                                        : 2u * (capacity))

/*@ predicate ct_ring_valid(integer capacity, integer span) =
        0 < capacity <= 0x7FFFFFFF &&
        (span == 2 * capacity ||
         (span == 256 && capacity <= 128 && 256 % capacity == 0) ||
         (span == 65536 && capacity <= 32768 && 65536 % capacity == 0));

    logic integer ct_ring_count(integer head, integer tail, integer span) =
        tail >= head ? tail - head : tail - head + span;

    predicate ct_ring_holds(integer head, integer tail, integer capacity, integer span) =
        ct_ring_valid(capacity, span) && 0 <= head < span && 0 <= tail < span &&
        ct_ring_count(head, tail, span) <= capacity;
*/

/*@ requires 0 < capacity <= CT_RING_MAX_CAPACITY;
    assigns \nothing;
    ensures ct_ring_valid(capacity, \result);
    ensures capacity <= 128 ==> \result <= 256;
    ensures capacity <= 32768 ==> \result <= 65536; */
/// The number of values an index takes: 2 · capacity … 65536, or exactly 2 · capacity.
ct_inline uint32_t ct_ring_span(uint32_t capacity) {
    return CT_RING_SPAN(capacity);
}

/*@ requires ct_ring_valid(capacity, span);
    requires index < span;
    assigns \nothing;
    ensures \result == index % capacity;
    ensures \result < capacity; */
/// The slot that an index stands for: 0 … capacity - 1.
ct_inline uint32_t ct_ring_slot(uint32_t index, uint32_t capacity, uint32_t span) {
    if (span != 2u * capacity) return index % capacity;
    return index >= capacity ? index - capacity : index;
}

/*@ requires 1 < span;
    requires index < span;
    assigns \nothing;
    ensures \result == (index + 1 == span ? 0 : index + 1);
    ensures \result < span;
    ensures \forall integer head; 0 <= head < span ==>
        ct_ring_count(head, index, span) < span - 1 ==>
        ct_ring_count(head, \result, span) == ct_ring_count(head, index, span) + 1;
    ensures \forall integer tail; 0 <= tail < span ==> tail != index ==>
        ct_ring_count(\result, tail, span) == ct_ring_count(index, tail, span) - 1; */
/// The index after this one.
ct_inline uint32_t ct_ring_next(uint32_t index, uint32_t span) {
    if (span == 256u) return (index + 1u) % 256u;
    if (span == 65536u) return (index + 1u) % 65536u;
    return index + 1u == span ? 0u : index + 1u;
}

/*@ requires 1 < span;
    requires head < span && tail < span;
    assigns \nothing;
    ensures \result == ct_ring_count(head, tail, span);
    ensures \result < span; */
/// Number of elements from head up to tail.
ct_inline uint32_t ct_ring_used(uint32_t head, uint32_t tail, uint32_t span) {
    if (span == 256u) return (tail + (256u - head)) % 256u;
    if (span == 65536u) return (tail + (65536u - head)) % 65536u;
    return tail >= head ? tail - head : tail + (span - head);
}

/*@ requires ct_ring_valid(capacity, span);
    requires head < span && tail < span;
    assigns \nothing;
    ensures \result <==> ct_ring_count(head, tail, span) >= capacity; */
/// No slot is free.
ct_inline bool ct_ring_is_full(uint32_t head, uint32_t tail, uint32_t capacity, uint32_t span) {
    return ct_ring_used(head, tail, span) >= capacity;
}

/*@ requires ct_ring_valid(capacity, span);
    requires index < span;
    requires count <= capacity;
    assigns \nothing;
    ensures \result == (index + count >= span ? index + count - span : index + count);
    ensures \result < span;
    ensures \forall integer head; 0 <= head < span ==>
        ct_ring_count(head, index, span) + count <= capacity ==>
        ct_ring_count(head, \result, span) == ct_ring_count(head, index, span) + count;
    ensures \forall integer tail; 0 <= tail < span ==>
        count <= ct_ring_count(index, tail, span) ==>
        ct_ring_count(\result, tail, span) == ct_ring_count(index, tail, span) - count; */
/// The index that lies count (at most the capacity) further on.
ct_inline uint32_t ct_ring_skip(uint32_t index, uint32_t count, uint32_t capacity, uint32_t span) {
    (void)capacity;
    if (span == 256u) return (index + count) % 256u;
    if (span == 65536u) return (index + count) % 65536u;
    return index >= span - count ? index - (span - count) : index + count;
}

/*@ requires ct_ring_holds(head, tail, capacity, span);
    assigns \nothing;
    ensures \result <= capacity - ct_ring_count(head, tail, span);
    ensures tail % capacity + \result <= capacity;
    ensures \result == capacity - ct_ring_count(head, tail, span) ||
            \result == capacity - tail % capacity; */
/// Number of free slots in one piece, from the slot of tail on.
ct_inline uint32_t ct_ring_free_run(uint32_t head, uint32_t tail, uint32_t capacity,
                                    uint32_t span) {
    uint32_t const room = capacity - ct_ring_used(head, tail, span);
    uint32_t const to_end = capacity - ct_ring_slot(tail, capacity, span);
    return room < to_end ? room : to_end;
}

/*@ requires ct_ring_holds(head, tail, capacity, span);
    assigns \nothing;
    ensures \result <= ct_ring_count(head, tail, span);
    ensures head % capacity + \result <= capacity;
    ensures \result == ct_ring_count(head, tail, span) ||
            \result == capacity - head % capacity; */
/// Number of used slots in one piece, from the slot of head on.
ct_inline uint32_t ct_ring_used_run(uint32_t head, uint32_t tail, uint32_t capacity,
                                    uint32_t span) {
    uint32_t const used = ct_ring_used(head, tail, span);
    uint32_t const to_end = capacity - ct_ring_slot(head, capacity, span);
    return used < to_end ? used : to_end;
}

/*@ lemma ct_ring_slots_differ:
        \forall integer capacity, span, head, a, b;
            ct_ring_valid(capacity, span) ==> 0 <= a < b < capacity ==> 0 <= head ==>
            (head + a) % capacity != (head + b) % capacity; */

#endif
