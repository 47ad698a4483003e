// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A queue from many producers to one consumer: interrupts of several priorities report to a task.
///
///     static CT_MPSC(uint32_t, 8) events;                           // empty, in .bss
///     if (ct_mpsc_enqueue(&events, 3)) count_lost_event();          // any interrupt, any task
///     uint32_t event;
///     while (!ct_mpsc_dequeue(&events, &event)) handle(event);      // its one consumer
///
/// A producer masks interrupts while it stores one element and moves the tail: on a Cortex-M3
/// about ten instructions for a u32 (the figures are in docs/containers.md), whatever is in the
/// queue. That is the bound of what it adds to an interrupt's latency; nothing is ever retried.
/// The consumer masks nothing: it is the one of an SPSC queue. Nobody waits for somebody who was
/// preempted, and no element is lost behind one that is half written, as happens where a slot is
/// reserved first and filled later.
///
/// Elements are at most 64 bytes, as they are copied inside the masked section: queue a box of a
/// pool (pool.h) instead of something larger.
///
/// The slots are as in spsc.h; halves, views and storage of yours too. One core.
#ifndef CORTEN_MPSC_H
#define CORTEN_MPSC_H

#include <corten/critical.h>
#include <corten/queue.h>

/// A queue of `capacity` elements of type T, 1 … 0x7FFFFFFF. All zero is empty.
#define CT_MPSC(T, capacity)                                                                       \
    CT_MPSC_HALVES_(CT_CHECK_CAPACITY_(capacity), CT_QUEUE_OWNER_(T, capacity))
/// A queue over an array of yours: static CT_MPSC_OVER(int) q = CT_MPSC_ON(array);
#define CT_MPSC_OVER(T) CT_MPSC_HALVES_(, CT_QUEUE_OVER_(T))
#define CT_MPSC_ON(array) {{CT_QUEUE_ON_(array)}}
/// Any queue of T, its capacity erased.
#define CT_MPSC_VIEW(T) CT_MPSC_HALVES_(, CT_QUEUE_VIEW_(T))
#define ct_mpsc_view(view_type, queue)                                                             \
    ((view_type){{CT_VIEW_OF_(queue), .span_ = ct_ring_of_(queue).span}})

#define CT_MPSC_HALVES_(check, ...)                                                                \
    CT_HALVES_(only_a_producer_half_can_enqueue, only_the_consumer_half_can_dequeue_many, check,   \
               __VA_ARGS__)

/// The halves' types, of a queue's typedef; and pointers to them. Any number of producers.
#define CT_MPSC_PRODUCER(queue_type) __typeof__(((queue_type *)0)->producer_[0])
#define CT_MPSC_CONSUMER(queue_type) __typeof__(((queue_type *)0)->consumer_[0])
#define ct_mpsc_producer(queue)      (&(queue)->producer_[0])
#define ct_mpsc_consumer(queue)      (&(queue)->consumer_[0])

/// Appends a value, which is evaluated first, with interrupts as they are. CT_FULL: no slot was
/// free. Any context.
#define ct_mpsc_enqueue(producer, value) ct_result_(ct_mpsc_enqueue_(producer, value))
#define ct_mpsc_enqueue_(producer, value)                                                          \
    ({                                                                                             \
        __auto_type ct_q_ = (producer);                                                            \
        (void)sizeof(ct_q_->only_a_producer_half_can_enqueue);                                     \
        ct_check_masked_(ct_q_);                                                                   \
        ct_check_fits_(ct_q_->slots_[0], value);                                                   \
        ct_held_type_(ct_q_->slots_[0]) const ct_held_ = (value);                                  \
        ct_one_base_(ct_q_);                                                                       \
        __auto_type const ct_mask_ = ct_critical_enter();                                          \
        enum ct_error const ct_error_ = ct_queue_append_(ct_q_, ct_held_);                         \
        ct_critical_leave(ct_mask_);                                                               \
        ct_error_;                                                                                 \
    })

/// Takes the oldest element into *into (T *). CT_EMPTY: there is none. The consumer alone.
#define ct_mpsc_dequeue(consumer, into) ct_result_(ct_mpsc_dequeue_(consumer, into))
#define ct_mpsc_dequeue_(consumer, into)                                                           \
    ({                                                                                             \
        __auto_type ct_q_ = (consumer);                                                            \
        (void)sizeof(ct_q_->only_the_consumer_half_can_dequeue_many);                              \
        ct_one_base_(ct_q_);                                                                       \
        ct_queue_remove_(ct_q_, into);                                                             \
    })

/// Number of elements; a producer may be adding to it, and only for the consumer does it not
/// shrink. Any context.
#define ct_mpsc_used(queue)     ct_queue_used_((queue)->state_, ct_ring_of_(queue))
#define ct_mpsc_is_empty(queue) (ct_mpsc_used(queue) == 0u)
#define ct_mpsc_capacity(queue) ct_capacity_(queue)

#endif
