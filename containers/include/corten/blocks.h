// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The index arithmetic of a list of free blocks that needs no initialisation.
///
///     uint32_t modulus = ct_blocks_modulus(40), head = 0;          // all zero: all 40 are free
///     uint32_t next = ct_blocks_next(head, 0, modulus);            // 1: the block after block 0
///     uint32_t link = ct_blocks_link(head, 7, modulus);            // what makes block 7 its next
///
/// The link of a block is stored as its distance from the usual one, to the block behind:
///
///     block        0   1   2   3        all zero: 0 → 1 → 2 → 3 → end (the capacity)
///     link         0   0   0   0
///     2 → 0 → end  3   T   253  T       T: taken, a distance that no free block can have
///
/// so that a pool in .bss is a pool with all its blocks free. Pure functions, any context; the
/// contracts are proven by Frama-C/WP (containers/proofs).
#ifndef CORTEN_BLOCKS_H
#define CORTEN_BLOCKS_H

#include <corten/compiler.h>

/// Number of blocks: 1 … this.
#define CT_BLOCKS_MAX 32767

/*@ predicate ct_blocks_valid(integer capacity, integer modulus) =
        (modulus == 256 && 0 < capacity <= 127) || (modulus == 65536 && 0 < capacity <= 32767);

    logic integer ct_blocks_distance(integer block, integer next, integer modulus) =
        next >= block + 1 ? next - block - 1 : next - block - 1 + modulus;
*/

/*@ requires 0 < capacity <= CT_BLOCKS_MAX;
    assigns \nothing;
    ensures ct_blocks_valid(capacity, \result); */
/// Links are stored modulo this: 256 (one byte) or 65536.
ct_inline uint32_t ct_blocks_modulus(uint32_t capacity) { return capacity <= 127u ? 256u : 65536u; }

/*@ requires modulus == 256 || modulus == 65536;
    assigns \nothing;
    ensures \result == modulus / 2; */
/// The link of a block that is not free.
ct_inline uint32_t ct_blocks_taken(uint32_t modulus) { return modulus == 256u ? 128u : 32768u; }

/*@ requires modulus == 256 || modulus == 65536;
    requires block < modulus && next < modulus;
    assigns \nothing;
    ensures \result == ct_blocks_distance(block, next, modulus);
    ensures \result < modulus;
    ensures \forall integer capacity; ct_blocks_valid(capacity, modulus) ==>
        block < capacity ==> next <= capacity ==> \result != modulus / 2; */
/// What is stored in `block` so that `next` comes after it.
ct_inline uint32_t ct_blocks_link(uint32_t block, uint32_t next, uint32_t modulus) {
    if (modulus == 256u) return (next + (255u - block)) % 256u;
    return (next + (65535u - block)) % 65536u;
}

/*@ requires modulus == 256 || modulus == 65536;
    requires block < modulus && link < modulus;
    assigns \nothing;
    ensures \result < modulus;
    ensures \forall integer next; 0 <= next < modulus ==>
        link == ct_blocks_distance(block, next, modulus) ==> \result == next; */
/// The block after `block`, given its link. It undoes ct_blocks_link().
ct_inline uint32_t ct_blocks_next(uint32_t block, uint32_t link, uint32_t modulus) {
    if (modulus == 256u) return (block + 1u + link) % 256u;
    return (block + 1u + link) % 65536u;
}

/*@ requires 0 < size && 0 < capacity;
    requires size * capacity <= 0xFFFFFFFF;
    assigns \nothing;
    ensures \result <==> (\exists integer n; 0 <= n < capacity && n == offset / size && offset == n * size); */
/// Does a block begin `offset` bytes into the storage? It is block offset / size then.
ct_inline bool ct_blocks_begins(uint32_t offset, uint32_t size, uint32_t capacity) {
    /*@ assert offset == (offset / size) * size + offset % size; */
    return offset / size < capacity && offset / size * size == offset;
}

#endif
