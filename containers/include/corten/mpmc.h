// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A queue that any context may put into and any context may take from.
///
///     static CT_MPMC(uint32_t, 8) jobs;                             // empty, in .bss
///     if (ct_mpmc_enqueue(&jobs, 3)) count_lost_job();              // any interrupt, any task
///     uint32_t job;
///     while (!ct_mpmc_dequeue(&jobs, &job)) work_on(job);           // any interrupt, any task
///
/// Both sides mask interrupts while they copy one element and move one index: on a Cortex-M3
/// about ten instructions for a u32 (docs/containers.md has the figures). So both finish in a
/// fixed number of steps, whoever is preempted where.
///
/// Why not lock-free? A queue in which a slot is first reserved and then filled (Vyukov's, and
/// those made after it) reads as full or empty to everyone else for as long as the one who
/// reserved is preempted: an interrupt that retries then never ends. The lock-free queues without
/// that flaw store indices into a pool, cost two to three times the instructions, and still
/// refuse an element while a preempted context holds a slot. On one core a section of ten
/// instructions is shorter than any of them, does not retry, and exists on ARMv6-M too.
///
/// Elements are at most 64 bytes, as they are copied inside the masked section: queue a box of a
/// pool (pool.h) instead of something larger.
///
/// The slots are as in spsc.h; views and storage of yours too. One core.
#ifndef CORTEN_MPMC_H
#define CORTEN_MPMC_H

#include <corten/critical.h>
#include <corten/queue.h>

/// A queue of `capacity` elements of type T, 1 … 0x7FFFFFFF. All zero is empty.
#define CT_MPMC(T, capacity)                                                                       \
    struct {                                                                                       \
        CT_CHECK_CAPACITY_(capacity)                                                               \
        CT_QUEUE_OWNER_(T, capacity)                                                               \
        char any_context_[0];                                                                      \
    }
/// A queue over an array of yours: static CT_MPMC_OVER(int) q = CT_MPMC_ON(array);
#define CT_MPMC_OVER(T)                                                                            \
    struct {                                                                                       \
        CT_QUEUE_OVER_(T)                                                                          \
        char any_context_[0];                                                                      \
    }
#define CT_MPMC_ON(array) {CT_QUEUE_ON_(array)}
/// Any queue of T, its capacity erased.
#define CT_MPMC_VIEW(T)                                                                            \
    struct {                                                                                       \
        CT_QUEUE_VIEW_(T)                                                                          \
        char any_context_[0];                                                                      \
    }
#define ct_mpmc_view(view_type, queue)                                                             \
    ((view_type){CT_VIEW_OF_(queue), .span_ = ct_ring_of_(queue).span})

/// Appends a value, which is evaluated first, with interrupts as they are. CT_FULL: no slot was
/// free. Any context.
#define ct_mpmc_enqueue(queue, value) ct_result_(ct_mpmc_enqueue_(queue, value))
#define ct_mpmc_enqueue_(queue, value)                                                             \
    ({                                                                                             \
        __auto_type ct_q_ = (queue);                                                               \
        (void)sizeof(ct_q_->any_context_);                                                         \
        ct_check_masked_(ct_q_);                                                                   \
        ct_check_fits_(ct_q_->slots_[0], value);                                                   \
        ct_held_type_(ct_q_->slots_[0]) const ct_held_ = (value);                                  \
        ct_one_base_(ct_q_);                                                                       \
        __auto_type const ct_mask_ = ct_critical_enter();                                          \
        enum ct_error const ct_error_ = ct_queue_append_(ct_q_, ct_held_);                         \
        ct_critical_leave(ct_mask_);                                                               \
        ct_error_;                                                                                 \
    })

/// Takes the oldest element into *into (T *). CT_EMPTY: there is none. Any context.
#define ct_mpmc_dequeue(queue, into) ct_result_(ct_mpmc_dequeue_(queue, into))
#define ct_mpmc_dequeue_(queue, into)                                                              \
    ({                                                                                             \
        __auto_type ct_q_ = (queue);                                                               \
        (void)sizeof(ct_q_->any_context_);                                                         \
        ct_check_masked_(ct_q_);                                                                   \
        __typeof__(&ct_q_->slots_[0]) const ct_to_ = (into);                                       \
        ct_one_base_(ct_q_);                                                                       \
        __auto_type const ct_mask_ = ct_critical_enter();                                          \
        enum ct_error const ct_error_ = ct_queue_remove_(ct_q_, ct_to_);                           \
        ct_critical_leave(ct_mask_);                                                               \
        ct_error_;                                                                                 \
    })

/// Number of elements, as it was a moment ago. Any context.
#define ct_mpmc_used(queue)                                                                        \
    ({                                                                                             \
        __auto_type ct_q_ = (queue);                                                               \
        __auto_type const ct_mask_ = ct_critical_enter();                                          \
        uint32_t const ct_used_ = ct_queue_used_(ct_q_->state_, ct_ring_of_(ct_q_));               \
        ct_critical_leave(ct_mask_);                                                               \
        ct_used_;                                                                                  \
    })
#define ct_mpmc_is_empty(queue) (ct_mpmc_used(queue) == 0u)
#define ct_mpmc_capacity(queue) ct_capacity_(queue)

#endif
