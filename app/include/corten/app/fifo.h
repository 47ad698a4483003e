// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A first-in-first-out ring between one consumer and producers that mask each other: the proven
/// arithmetic of <corten/ring.h>, with counters of a byte.
///
///       slot   0    1    2    3        capacity 4
///            [ c ][   ][ a ][ b ]      head 2 (next to leave), tail 5 (next to enter: slot 1)
///
/// `head` is written by the consumer only, `tail` by the producers only. A capacity of one needs no
/// counters: `tail` is 1 while it is full, set by a producer that saw 0 and cleared by the consumer
/// that saw 1. Capacities are constants at every call, so all of it folds. Compiler barriers order
/// slots and counters; on one core, where an interrupt sees its own core's stores in order, that is
/// enough.
#ifndef CORTEN_APP_FIFO_H
#define CORTEN_APP_FIFO_H

#include <corten/ring.h>

struct ct_fifo {
    uint8_t head, tail;
};

/// Largest capacity: the counters are bytes.
enum { CT_FIFO_MOST = 128 };

/// How many are in it, 0 to capacity.
ct_inline unsigned ct_fifo_count(const struct ct_fifo *fifo, unsigned capacity) {
    if (capacity == 1) return fifo->tail;
    return ct_ring_used(fifo->head, fifo->tail, ct_ring_span(capacity));
}

/// Consumer: whether there is nothing to take.
ct_inline bool ct_fifo_is_empty(const struct ct_fifo *fifo, unsigned capacity) {
    CT_COMPILER_BARRIER();
    return capacity == 1 ? fifo->tail == 0 : fifo->tail == fifo->head;
}

/// Consumer, not empty: the slot of the oldest.
ct_inline unsigned ct_fifo_oldest(const struct ct_fifo *fifo, unsigned capacity) {
    return capacity == 1 ? 0 : ct_ring_slot(fifo->head, capacity, ct_ring_span(capacity));
}

/// Consumer, not empty: the oldest has been read, its slot is free.
ct_inline void ct_fifo_drop_oldest(struct ct_fifo *fifo, unsigned capacity) {
    CT_COMPILER_BARRIER();
    if (capacity == 1)
        fifo->tail = 0;
    else
        fifo->head = (uint8_t)ct_ring_next(fifo->head, ct_ring_span(capacity));
    CT_COMPILER_BARRIER();
}

/// Producer, not full, others masked: the slot to write.
ct_inline unsigned ct_fifo_free_slot(const struct ct_fifo *fifo, unsigned capacity) {
    return capacity == 1 ? 0 : ct_ring_slot(fifo->tail, capacity, ct_ring_span(capacity));
}

/// Producer, not full, others masked: the slot has been written.
ct_inline void ct_fifo_add_written(struct ct_fifo *fifo, unsigned capacity) {
    CT_COMPILER_BARRIER();
    fifo->tail = (uint8_t)(capacity == 1 ? 1 : ct_ring_next(fifo->tail, ct_ring_span(capacity)));
    CT_COMPILER_BARRIER();
}

#endif
