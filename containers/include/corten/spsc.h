// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A queue from one producer to one consumer, lock-free with loads and stores alone.
///
///     static CT_SPSC(uint16_t, 32) samples;                          // empty, in .bss
///     if (ct_spsc_enqueue(&samples, 512)) count_lost_sample();       // in the interrupt
///     uint16_t sample;
///     while (!ct_spsc_dequeue(&samples, &sample)) print(sample);     // in the main loop
///
/// One context at a time may be the producer, one the consumer; each may interrupt the other
/// anywhere, neither ever waits for the other, and both finish in a fixed number of steps
/// (wait-free). All slots are usable, whatever the capacity.
///
///     slots   ┌───┬───┬───┬───┬───┐      the producer writes slots outside head…tail, then tail
///             │   │ a │ b │ c │   │      the consumer reads slots inside head…tail, then head
///             └───┴───┴───┴───┴───┘      each index has one writer
///              head ↑       ↑ tail       used = tail - head, modulo the span (ring.h)
///
/// To give either side only its half:
///
///     typedef CT_SPSC(uint16_t, 32) sample_queue;          static sample_queue queue;
///     void measure(CT_SPSC_PRODUCER(sample_queue) *out);   // ct_spsc_dequeue(out, …): compile error
///     void report(CT_SPSC_CONSUMER(sample_queue) *in);     // ct_spsc_enqueue(in, …): compile error
///     measure(ct_spsc_producer(&queue));
///
/// Not for several cores with a weakly ordered memory except on the host, and not for memory that
/// a data cache hides from a DMA: clean or invalidate the granted range there.
#ifndef CORTEN_SPSC_H
#define CORTEN_SPSC_H

#include <corten/queue.h>

/// A queue of `capacity` elements of type T, 1 … 0x7FFFFFFF. All zero is empty.
#define CT_SPSC(T, capacity)                                                                       \
    CT_SPSC_HALVES_(CT_CHECK_CAPACITY_(capacity), CT_QUEUE_OWNER_(T, capacity))

/// A queue over an array of yours: static CT_SPSC_OVER(int) q = CT_SPSC_ON(array);
#define CT_SPSC_OVER(T) CT_SPSC_HALVES_(, CT_QUEUE_OVER_(T))
#define CT_SPSC_ON(array) {{CT_QUEUE_ON_(array)}}

/// Any queue of T, its capacity erased: typedef CT_SPSC_VIEW(int) ints;
/// ints view = ct_spsc_view(ints, &queue); give on &view.
#define CT_SPSC_VIEW(T) CT_SPSC_HALVES_(, CT_QUEUE_VIEW_(T))
#define ct_spsc_view(view_type, queue)                                                             \
    ((view_type){{CT_VIEW_OF_(queue), .span_ = ct_ring_of_(queue).span}})

// The whole queue and its two halves, for their owners (queue.h).
#define CT_SPSC_HALVES_(check, ...)                                                                \
    CT_HALVES_(only_the_producer_half_can_enqueue, only_the_consumer_half_can_dequeue, check,      \
               __VA_ARGS__)
#define ct_spsc_producing_(q) ((void)sizeof((q)->only_the_producer_half_can_enqueue))
#define ct_spsc_consuming_(q) ((void)sizeof((q)->only_the_consumer_half_can_dequeue))

/// The halves' types, of a queue's (or a view's) typedef.
#define CT_SPSC_PRODUCER(queue_type) __typeof__(((queue_type *)0)->producer_[0])
#define CT_SPSC_CONSUMER(queue_type) __typeof__(((queue_type *)0)->consumer_[0])

/// Pointers to the halves of a queue.
#define ct_spsc_producer(queue) (&(queue)->producer_[0])
#define ct_spsc_consumer(queue) (&(queue)->consumer_[0])

/// Appends a value. CT_FULL: no slot was free, and the value was not evaluated. Producer.
#define ct_spsc_enqueue(producer, value) ct_result_(ct_spsc_enqueue_(producer, value))
#define ct_spsc_enqueue_(producer, value)                                                          \
    ({                                                                                             \
        __auto_type ct_q_ = (producer);                                                            \
        ct_spsc_producing_(ct_q_);                                                                 \
        ct_one_base_(ct_q_);                                                                       \
        ct_check_fits_(ct_q_->slots_[0], value);                                                   \
        ct_queue_append_(ct_q_, value);                                                            \
    })

/// Takes the oldest element into *into (T *). CT_EMPTY: there is none, and *into
/// is as it was. Consumer.
#define ct_spsc_dequeue(consumer, into) ct_result_(ct_spsc_dequeue_(consumer, into))
#define ct_spsc_dequeue_(consumer, into)                                                           \
    ({                                                                                             \
        __auto_type ct_q_ = (consumer);                                                            \
        ct_spsc_consuming_(ct_q_);                                                                 \
        ct_one_base_(ct_q_);                                                                       \
        ct_queue_remove_(ct_q_, into);                                                             \
    })

/// The oldest element (T *), to be read or changed in place, or NULL. Consumer.
#define ct_spsc_peek(consumer)                                                                     \
    ({                                                                                             \
        __auto_type ct_q_ = (consumer);                                                            \
        ct_spsc_consuming_(ct_q_);                                                                 \
        ct_one_base_(ct_q_);                                                                       \
        struct ct_ring_of_ const ct_ring_ = ct_ring_of_(ct_q_);                                    \
        uint32_t ct_head_;                                                                         \
        ct_queue_has_element_(ct_q_->state_, ct_ring_, &ct_head_)                                   \
            ? &ct_q_->slots_[ct_ring_slot(ct_head_, ct_ring_.capacity, ct_ring_.span)]             \
            : NULL;                                                                                \
    })

/// Number of elements, of free slots; each is exact for its side and only grows under its eyes:
/// `used` for the consumer, `free` for the producer.
#define ct_spsc_used(queue) ct_queue_used_((queue)->state_, ct_ring_of_(queue))
#define ct_spsc_free(queue) (ct_capacity_(queue) - ct_spsc_used(queue))
#define ct_spsc_is_empty(queue) (ct_spsc_used(queue) == 0u)
#define ct_spsc_is_full(queue)  (ct_spsc_used(queue) == ct_capacity_(queue))
/// Number of slots, a constant unless the capacity is erased.
#define ct_spsc_capacity(queue) ct_capacity_(queue)

/// A piece of the slots that lies in one run, for a DMA or a memcpy: index of its first slot and
/// number of slots, which may be 0.
struct ct_run {
    uint32_t first, count;
};

ct_inline struct ct_run ct_spsc_free_run_(const void *state, struct ct_ring_of_ ring) {
    uint32_t const head = ct_shared_load(ct_index_at_(state, ring.width, CT_HEAD_), ring.width);
    uint32_t const tail = ct_shared_own(ct_index_at_(state, ring.width, CT_TAIL_), ring.width);
    return (struct ct_run){ct_ring_slot(tail, ring.capacity, ring.span),
                           ct_ring_free_run(head, tail, ring.capacity, ring.span)};
}

ct_inline struct ct_run ct_spsc_used_run_(const void *state, struct ct_ring_of_ ring) {
    uint32_t const tail = ct_shared_load(ct_index_at_(state, ring.width, CT_TAIL_), ring.width);
    uint32_t const head = ct_shared_own(ct_index_at_(state, ring.width, CT_HEAD_), ring.width);
    return (struct ct_run){ct_ring_slot(head, ring.capacity, ring.span),
                           ct_ring_used_run(head, tail, ring.capacity, ring.span)};
}

ct_inline void ct_spsc_skip_(void *state, struct ct_ring_of_ ring, uint32_t which,
                             uint32_t count) {
    void *const at = ct_index_at_(state, ring.width, which);
    ct_shared_store(at, ring.width,
                    ct_ring_skip(ct_shared_own(at, ring.width), count, ring.capacity, ring.span));
}

/// Grant: the first of *granted (uint32_t *) free slots in one run (T *), to be written by the
/// caller or a DMA. The number may be less than what is free in all, as the run ends at the last
/// slot. Nothing is taken until ct_spsc_commit(); a second grant gives the same slots. Producer.
#define ct_spsc_grant(producer, granted)                                                           \
    ({                                                                                             \
        __auto_type ct_q_ = (producer);                                                            \
        ct_spsc_producing_(ct_q_);                                                                 \
        ct_one_base_(ct_q_);                                                                       \
        struct ct_run const ct_run_ = ct_spsc_free_run_(ct_q_->state_, ct_ring_of_(ct_q_));        \
        *(granted) = ct_run_.count;                                                                \
        &ct_q_->slots_[ct_run_.first];                                                             \
    })

/// Hands the first `written` slots of the grant to the consumer. Panics when that is more than
/// were granted. Producer.
#define ct_spsc_commit(producer, written)                                                          \
    ({                                                                                             \
        __auto_type ct_q_ = (producer);                                                            \
        ct_spsc_producing_(ct_q_);                                                                 \
        ct_one_base_(ct_q_);                                                                       \
        uint32_t const ct_count_ = (written);                                                      \
        CT_REQUIRE(ct_count_ <= ct_spsc_free_run_(ct_q_->state_, ct_ring_of_(ct_q_)).count,        \
                   "more was committed than the grant held");                                      \
        ct_spsc_skip_(ct_q_->state_, ct_ring_of_(ct_q_), CT_TAIL_, ct_count_);                     \
    })

/// Read grant: the first of *granted (uint32_t *) elements in one run (T *), to be read by the
/// caller or a DMA; they stay in the queue until ct_spsc_release(). Consumer.
#define ct_spsc_read_grant(consumer, granted)                                                      \
    ({                                                                                             \
        __auto_type ct_q_ = (consumer);                                                            \
        ct_spsc_consuming_(ct_q_);                                                                 \
        ct_one_base_(ct_q_);                                                                       \
        struct ct_run const ct_run_ = ct_spsc_used_run_(ct_q_->state_, ct_ring_of_(ct_q_));        \
        *(granted) = ct_run_.count;                                                                \
        &ct_q_->slots_[ct_run_.first];                                                             \
    })

/// Gives the first `taken` slots of the read grant back to the producer. Panics when that is more
/// than were granted. Consumer.
#define ct_spsc_release(consumer, taken)                                                           \
    ({                                                                                             \
        __auto_type ct_q_ = (consumer);                                                            \
        ct_spsc_consuming_(ct_q_);                                                                 \
        ct_one_base_(ct_q_);                                                                       \
        uint32_t const ct_count_ = (taken);                                                        \
        CT_REQUIRE(ct_count_ <= ct_spsc_used_run_(ct_q_->state_, ct_ring_of_(ct_q_)).count,        \
                   "more was released than the grant held");                                       \
        ct_spsc_skip_(ct_q_->state_, ct_ring_of_(ct_q_), CT_HEAD_, ct_count_);                     \
    })

#include <corten/spsc_bulk.h>

#endif
