// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The index arithmetic of the byte ring (byte_ring.h): runs that may turn back early.
///
///     uint32_t place = ct_byte_ring_place(30, 60, 16, 64);      // 0: 16 do not fit behind 60
///     uint32_t run = ct_byte_ring_run(30, 16, 4, 64);           // 30: from 30 to the cut at 60
///
/// Pure functions, any context. The contracts are proven by Frama-C/WP: containers/proofs.
#ifndef CORTEN_BIP_H
#define CORTEN_BIP_H

#include <corten/compiler.h>

/*@ predicate ct_byte_ring_holds(integer read, integer write, integer capacity) =
        0 < capacity <= 0x7FFFFFFE && 0 <= read <= capacity && 0 <= write <= capacity; */

/*@ requires ct_byte_ring_holds(read, write, capacity);
    assigns \nothing;
    ensures \result <= capacity || \result == 0xFFFFFFFF;
    ensures \result != 0xFFFFFFFF ==> \result + count <= capacity;
    ensures \result != 0xFFFFFFFF && write < read ==> \result == write && write + count < read;
    ensures \result != 0xFFFFFFFF && write >= read ==>
        \result == write || (\result == 0 && count < read); */
/// Where a grant of `count` bytes begins: at `write`, or at 0; 0xFFFFFFFF when nowhere.
ct_inline uint32_t ct_byte_ring_place(uint32_t read, uint32_t write, uint32_t count,
                                      uint32_t capacity) {
    if (write < read) return count < read - write ? write : 0xFFFFFFFFu;
    if (count <= capacity - write) return write;
    return count < read ? 0u : 0xFFFFFFFFu;
}

/*@ requires ct_byte_ring_holds(read, write, capacity);
    requires cut <= capacity;
    requires write < read ==> read <= capacity - cut;
    assigns \nothing;
    ensures \result <= capacity;
    ensures write >= read ==> read + \result == write;
    ensures write < read ==> read + \result == capacity - cut; */
/// How many bytes lie in one run from `read` on, which has turned if it was to turn.
ct_inline uint32_t ct_byte_ring_run(uint32_t read, uint32_t write, uint32_t cut,
                                    uint32_t capacity) {
    return (write < read ? capacity - cut : write) - read;
}

#endif
