// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What the queues (SPSC, MPSC, MPMC) have in common. Users include the header of a queue.
///
///     struct { T slots_[N]; index state_[2]; }        // head and tail, as in ring.h
#ifndef CORTEN_QUEUE_H
#define CORTEN_QUEUE_H

#include <corten/container.h>
#include <corten/ring.h>
#include <corten/shared.h>

// The whole queue and its two halves have the same members, but for the right to do something:
// a member of size 0 whose name says in the compiler's message what is wrong.
#define CT_HALVES_(producer_right, consumer_right, check, ...)                                     \
    union {                                                                                        \
        struct {                                                                                   \
            check __VA_ARGS__ char producer_right[0], consumer_right[0];                           \
        };                                                                                         \
        struct __attribute__((may_alias)) {                                                        \
            __VA_ARGS__ char producer_right[0];                                                    \
        } producer_[1];                                                                            \
        struct __attribute__((may_alias)) {                                                        \
            __VA_ARGS__ char consumer_right[0];                                                    \
        } consumer_[1];                                                                            \
    }

// The members of a queue of the three forms.
#define CT_QUEUE_OWNER_(T, capacity)                                                               \
    CT_OWNER_(T, capacity, 2u * (capacity) - 1u, 2) char span_[0];
#define CT_QUEUE_OVER_(T) CT_OVER_(T, 2) uint32_t span_;
#define CT_QUEUE_VIEW_(T) CT_VIEW_(T) uint32_t span_;
#define CT_QUEUE_ON_(array)                                                                        \
    .slots_ = (array), .capacity_ = ct_count_(array), .span_ = CT_RING_SPAN(ct_count_(array))

// What the arithmetic needs to know of a queue: constants for one that owns its slots.
struct ct_ring_of_ {
    uint32_t capacity, span, width;
};
#define ct_ring_of_(q)                                                                             \
    ((struct ct_ring_of_){ct_capacity_(q),                                                         \
                          __builtin_choose_expr(ct_is_array_((q)->slots_),                         \
                                                ct_ring_span(ct_capacity_(q)), (q)->span_),        \
                          ct_width_(q)})

// The two numbers of state: each at its place, `which` times the width.
enum { CT_HEAD_ = 0, CT_TAIL_ = 1 };
ct_inline void *ct_index_at_(const void *state, uint32_t width, uint32_t which) {
    return (uint8_t *)(uintptr_t)state + which * width;
}

ct_inline void ct_queue_advance_(void *state, struct ct_ring_of_ ring, uint32_t which,
                                 uint32_t index) {
    ct_shared_store(ct_index_at_(state, ring.width, which), ring.width,
                    ct_ring_next(index, ring.span));
}

// As the producer sees it: its own tail, and the head that the consumer may be moving on.
ct_inline bool ct_queue_has_room_(const void *state, struct ct_ring_of_ ring, uint32_t *tail) {
    uint32_t const head = ct_shared_load(ct_index_at_(state, ring.width, CT_HEAD_), ring.width);
    *tail = ct_shared_own(ct_index_at_(state, ring.width, CT_TAIL_), ring.width);
    return !ct_ring_is_full(head, *tail, ring.capacity, ring.span);
}

// As the consumer sees it.
ct_inline bool ct_queue_has_element_(const void *state, struct ct_ring_of_ ring, uint32_t *head) {
    uint32_t const tail = ct_shared_load(ct_index_at_(state, ring.width, CT_TAIL_), ring.width);
    *head = ct_shared_own(ct_index_at_(state, ring.width, CT_HEAD_), ring.width);
    return tail != *head;
}

ct_inline uint32_t ct_queue_used_(const void *state, struct ct_ring_of_ ring) {
    uint32_t const head = ct_shared_load(ct_index_at_(state, ring.width, CT_HEAD_), ring.width);
    uint32_t const tail = ct_shared_load(ct_index_at_(state, ring.width, CT_TAIL_), ring.width);
    return ct_ring_used(head, tail, ring.span);
}

// Append and take. The value has been checked against the element's type.
#define ct_queue_append_(q, value)                                                                 \
    ({                                                                                             \
        struct ct_ring_of_ const ct_ring_ = ct_ring_of_(q);                                        \
        uint32_t ct_tail_;                                                                         \
        bool const ct_room_ = ct_queue_has_room_((q)->state_, ct_ring_, &ct_tail_);                \
        if (ct_room_) {                                                                            \
            ct_shared_set_(                                                                        \
                &(q)->slots_[ct_ring_slot(ct_tail_, ct_ring_.capacity, ct_ring_.span)], value);    \
            ct_queue_advance_((q)->state_, ct_ring_, CT_TAIL_, ct_tail_);                          \
        }                                                                                          \
        ct_room_ ? CT_OK : CT_FULL;                                                                \
    })
#define ct_queue_remove_(q, into)                                                                  \
    ({                                                                                             \
        struct ct_ring_of_ const ct_ring_ = ct_ring_of_(q);                                        \
        uint32_t ct_head_;                                                                         \
        bool const ct_any_ = ct_queue_has_element_((q)->state_, ct_ring_, &ct_head_);              \
        if (ct_any_) {                                                                             \
            ct_shared_take_(                                                                       \
                (into), &(q)->slots_[ct_ring_slot(ct_head_, ct_ring_.capacity, ct_ring_.span)]);   \
            ct_queue_advance_((q)->state_, ct_ring_, CT_HEAD_, ct_head_);                          \
        }                                                                                          \
        ct_any_ ? CT_OK : CT_EMPTY;                                                                \
    })

// A value that a masked section copies: evaluated before, and small enough.
enum { CT_MASKED_LIMIT = 64 };
#define ct_check_masked_(q)                                                                        \
    _Static_assert(sizeof((q)->slots_[0]) <= CT_MASKED_LIMIT,                                      \
                   "an element of more than 64 bytes would be copied with interrupts masked: "     \
                   "queue a box of a pool instead")

#endif
