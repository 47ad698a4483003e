// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Many elements at once, in and out of a queue: part of <corten/spsc.h>.
///
///     uint32_t taken = ct_spsc_write(&queue, buffer, 12);        // at most 12
///     uint32_t got = ct_spsc_read(&queue, buffer, 12);
///     CT_SPSC_EACH(&queue, element) sum += *element;             // they stay in the queue
#ifndef CORTEN_SPSC_BULK_H
#define CORTEN_SPSC_BULK_H

#include <corten/spsc.h>

// Copies n elements in at most two runs and publishes them at once. Out of line: one instance
// serves all element types.
CT_MUST_USE uint32_t ct_spsc_write_(void *state, struct ct_ring_of_ ring, void *slots,
                                    const void *from, size_t size, uint32_t count);
CT_MUST_USE uint32_t ct_spsc_read_(void *state, struct ct_ring_of_ ring, const void *slots,
                                   void *into, size_t size, uint32_t count);

/// Appends up to `count` elements of the array `from`; the result is how many there was room for.
/// The consumer sees all of them or none. Producer.
#define ct_spsc_write(producer, from, count) ct_result_count_(ct_spsc_write_all_(producer, from, count))
#define ct_spsc_write_all_(producer, from, count)                                                      \
    ({                                                                                             \
        __auto_type ct_q_ = (producer);                                                            \
        ct_spsc_producing_(ct_q_);                                                                 \
        const __typeof__(ct_q_->slots_[0]) *const ct_from_ = (from);                               \
        ct_spsc_write_(ct_q_->state_, ct_ring_of_(ct_q_), ct_q_->slots_, ct_from_,                 \
                       sizeof(ct_q_->slots_[0]), (count));                                         \
    })

/// Takes up to `count` elements into the array `into`; the result is how many there were. The
/// producer sees all their slots free at once. Consumer.
#define ct_spsc_read(consumer, into, count) ct_result_count_(ct_spsc_read_all_(consumer, into, count))
#define ct_spsc_read_all_(consumer, into, count)                                                       \
    ({                                                                                             \
        __auto_type ct_q_ = (consumer);                                                            \
        ct_spsc_consuming_(ct_q_);                                                                 \
        __typeof__(ct_q_->slots_[0]) *const ct_into_ = (into);                                     \
        ct_spsc_read_(ct_q_->state_, ct_ring_of_(ct_q_), ct_q_->slots_, ct_into_,                  \
                      sizeof(ct_q_->slots_[0]), (count));                                          \
    })

/// Drops what is in the queue. Consumer.
#define ct_spsc_clear(consumer)                                                                    \
    ({                                                                                             \
        __auto_type ct_q_ = (consumer);                                                            \
        ct_spsc_consuming_(ct_q_);                                                                 \
        struct ct_ring_of_ const ct_ring_ = ct_ring_of_(ct_q_);                                    \
        ct_shared_store(                                                                           \
            ct_index_at_(ct_q_->state_, ct_ring_.width, CT_HEAD_), ct_ring_.width,                 \
            ct_shared_load(ct_index_at_(ct_q_->state_, ct_ring_.width, CT_TAIL_), ct_ring_.width)); \
    })

/// for (T *element: the elements now in the queue, oldest first). They stay there. Consumer.
#define CT_SPSC_EACH(consumer, element)                                                            \
    for (struct ct_spsc_each_ ct_each_ = ct_spsc_each_((consumer)->state_, ct_ring_of_(consumer)); \
         ct_each_.left; ct_each_.left = 0)                                                         \
        for (__typeof__(&(consumer)->slots_[0]) element;                                           \
             ct_each_.left &&                                                                      \
             (element = &(consumer)->slots_[ct_ring_slot(ct_each_.index, ct_each_.ring.capacity,   \
                                                         ct_each_.ring.span)],                     \
             true);                                                                                \
             ct_each_.index = ct_ring_next(ct_each_.index, ct_each_.ring.span), ct_each_.left--)

struct ct_spsc_each_ {
    struct ct_ring_of_ ring;
    uint32_t index, left;
};
ct_inline struct ct_spsc_each_ ct_spsc_each_(const void *state, struct ct_ring_of_ ring) {
    return (struct ct_spsc_each_){
        ring, ct_shared_own(ct_index_at_(state, ring.width, CT_HEAD_), ring.width),
        ct_queue_used_(state, ring)};
}

#endif
