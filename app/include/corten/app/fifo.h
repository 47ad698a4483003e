// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Index arithmetic of a first-in-first-out ring between one consumer and producers that mask each
/// other. All slots are usable: the counters run over twice the capacity, so that full and empty
/// differ.
///
///       slot   0    1    2    3        capacity 4, counters 0 to 7
///            [ c ][   ][ a ][ b ]      head 2 (next to leave), tail 5 (next to enter: slot 1)
///
/// `head` is written by the consumer only, `tail` by the producers only; each is one byte, so no
/// load or store of it is torn. A capacity of one needs no counters: `tail` is 1 while it is full,
/// set by a producer that saw 0 and cleared by the consumer that saw 1. Capacities are constants at
/// every call, so all of it folds. Compiler barriers order slots and counters; on one core, where
/// an interrupt sees its own core's stores in order, that is enough.
#ifndef CORTEN_APP_FIFO_H
#define CORTEN_APP_FIFO_H

#include <corten/compiler.h>

struct ct_fifo {
    uint8_t head, tail;
};

/// Largest capacity: the counters are bytes.
enum { CT_FIFO_MOST = 128 };

ct_inline bool ct_fifo_is_power_of_2_(unsigned n) { return (n & (n - 1u)) == 0; }

/// The counter after `counter`.
ct_inline uint8_t ct_fifo_next_(unsigned counter, unsigned capacity) {
    const unsigned next = counter + 1u;
    if (ct_fifo_is_power_of_2_(capacity)) return (uint8_t)(next & (2u * capacity - 1u));
    return (uint8_t)(next == 2u * capacity ? 0u : next);
}

/// The slot that a counter stands for, below the capacity.
ct_inline unsigned ct_fifo_slot_(unsigned counter, unsigned capacity) {
    if (capacity == 1) return 0;
    if (ct_fifo_is_power_of_2_(capacity)) return counter & (capacity - 1u);
    return counter >= capacity ? counter - capacity : counter;
}

/// How many are in it, 0 to capacity.
ct_inline unsigned ct_fifo_count(const struct ct_fifo *fifo, unsigned capacity) {
    const unsigned head = fifo->head, tail = fifo->tail;
    if (capacity == 1) return tail;
    if (ct_fifo_is_power_of_2_(capacity)) return (tail - head) & (2u * capacity - 1u);
    return tail >= head ? tail - head : tail + 2u * capacity - head;
}

/// Consumer: whether there is nothing to take.
ct_inline bool ct_fifo_is_empty(const struct ct_fifo *fifo, unsigned capacity) {
    CT_COMPILER_BARRIER();
    return capacity == 1 ? fifo->tail == 0 : fifo->tail == fifo->head;
}

/// Consumer, not empty: the slot of the oldest.
ct_inline unsigned ct_fifo_oldest(const struct ct_fifo *fifo, unsigned capacity) {
    return ct_fifo_slot_(fifo->head, capacity);
}

/// Consumer, not empty: the oldest has been read, its slot is free.
ct_inline void ct_fifo_drop_oldest(struct ct_fifo *fifo, unsigned capacity) {
    CT_COMPILER_BARRIER();
    if (capacity == 1)
        fifo->tail = 0;
    else
        fifo->head = ct_fifo_next_(fifo->head, capacity);
    CT_COMPILER_BARRIER();
}

/// Producer, not full, others masked: the slot to write.
ct_inline unsigned ct_fifo_free_slot(const struct ct_fifo *fifo, unsigned capacity) {
    return ct_fifo_slot_(fifo->tail, capacity);
}

/// Producer, not full, others masked: the slot has been written.
ct_inline void ct_fifo_add_written(struct ct_fifo *fifo, unsigned capacity) {
    CT_COMPILER_BARRIER();
    fifo->tail = capacity == 1 ? 1 : ct_fifo_next_(fifo->tail, capacity);
    CT_COMPILER_BARRIER();
}

#endif
