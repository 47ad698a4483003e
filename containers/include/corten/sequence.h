// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The index arithmetic of containers that one context uses: ranges, wrap-around, heaps, bits.
///
///     if (ct_range_fits(at, count, length)) erase(at, count);     // at + count never overflows
///     uint32_t slot = ct_wrap(first, 3, capacity);                // three after the first
///     uint32_t parent = ct_heap_parent(9);                        // 4
///
/// Pure functions, any context. The contracts are proven by Frama-C/WP: containers/proofs.
#ifndef CORTEN_SEQUENCE_H
#define CORTEN_SEQUENCE_H

#include <corten/compiler.h>

// Is a number constant here, so that a division by it costs nothing? The proofs look at both
// answers' code, as the remainder is unknown to them.
#ifdef __FRAMAC__
#    define CT_CONSTANT_(x) 1
#else
#    define CT_CONSTANT_(x) __builtin_constant_p(x)
#endif

/*@ assigns \nothing;
    ensures \result <==> at + count <= limit; */
/// Do `count` elements from `at` on lie within the first `limit`? For any numbers.
ct_inline bool ct_range_fits(uint32_t at, uint32_t count, uint32_t limit) {
    return at <= limit && count <= limit - at;
}

/*@ assigns \nothing;
    ensures \result == (a < b ? a : b); */
/// The smaller one.
ct_inline uint32_t ct_least(uint32_t a, uint32_t b) { return a < b ? a : b; }

/*@ requires 0 < capacity <= 0x7FFFFFFF;
    requires first < capacity && offset <= capacity;
    assigns \nothing;
    ensures \result == (first + offset) % capacity;
    ensures \result < capacity; */
/// The slot `offset` behind `first`, around the end.
ct_inline uint32_t ct_wrap(uint32_t first, uint32_t offset, uint32_t capacity) {
    uint32_t const slot = first + offset;
    if (CT_CONSTANT_(capacity) && 65536u % capacity == 0u) return slot % capacity; // one AND
    return slot >= capacity ? slot - capacity : slot;
}

/*@ requires 0 < capacity <= 0x7FFFFFFF;
    requires first < capacity && offset <= capacity;
    assigns \nothing;
    ensures \result == (first + capacity - offset) % capacity;
    ensures \result < capacity;
    ensures (\result + offset) % capacity == first; */
/// The slot `offset` before `first`, around the start. It undoes ct_wrap().
ct_inline uint32_t ct_wrap_back(uint32_t first, uint32_t offset, uint32_t capacity) {
    if (CT_CONSTANT_(capacity) && 65536u % capacity == 0u)
        return (first + (capacity - offset)) % capacity;
    return first >= offset ? first - offset : first + (capacity - offset);
}

/*@ requires 0 < capacity <= 0x7FFFFFFF;
    requires first < capacity && length <= capacity;
    assigns \nothing;
    ensures \result <= length && first + \result <= capacity;
    ensures \result == length || first + \result == capacity; */
/// How many of `length` elements from `first` on lie in one piece, before the end.
ct_inline uint32_t ct_first_run(uint32_t first, uint32_t length, uint32_t capacity) {
    uint32_t const to_end = capacity - first;
    return length < to_end ? length : to_end;
}

/*@ requires node > 0;
    assigns \nothing;
    ensures \result < node;
    ensures node == 2 * \result + 1 || node == 2 * \result + 2; */
/// The parent of a node of a binary heap that lies in an array, root at 0.
ct_inline uint32_t ct_heap_parent(uint32_t node) { return (node - 1u) / 2u; }

/*@ requires node < 0x7FFFFFFF;
    assigns \nothing;
    ensures \result == 2 * node + 1;
    ensures \result > node; */
/// The first child of a node; the second is the one behind it. Both may lie beyond the length.
ct_inline uint32_t ct_heap_child(uint32_t node) { return 2u * node + 1u; }

/*@ requires bits > 0;
    assigns \nothing;
    ensures 32 * (\result - 1) < bits <= 32 * \result;
    ensures bits <= 0xFFFFFFE0 ==> 32 * \result <= bits + 31; */
/// Number of 32-bit words that hold so many bits.
ct_inline uint32_t ct_bit_words(uint32_t bits) { return (bits - 1u) / 32u + 1u; }

/*@ assigns \nothing;
    ensures \forall integer bits; bit < bits <= 0x7FFFFFFF ==> 32 * \result < bits; */
/// The word of a bit. It lies before ct_bit_words(bits) for every bit below `bits`.
ct_inline uint32_t ct_bit_word(uint32_t bit) { return bit / 32u; }

/*@ assigns \nothing;
    ensures \result < 32; */
/// The place of a bit in its word.
ct_inline uint32_t ct_bit_place(uint32_t bit) { return bit % 32u; }

/*@ requires 0 < slots <= 0x80000000;
    requires at < slots;
    assigns \nothing;
    ensures \result < slots;
    ensures \result == (at + 1) % slots; */
/// The next slot of an open-addressing table.
ct_inline uint32_t ct_probe_next(uint32_t at, uint32_t slots) {
    return at + 1u == slots ? 0u : at + 1u;
}

/*@ requires 0 < slots;
    assigns \nothing;
    ensures \result < slots; */
/// The slot at which the search for a hash begins.
ct_inline uint32_t ct_probe_first(uint32_t hash, uint32_t slots) { return hash % slots; }

/*@ requires 0 < slots <= 0x7FFFFFFF;
    requires home < slots && at < slots;
    assigns \nothing;
    ensures \result < slots;
    ensures (home + \result) % slots == at; */
/// How far a slot is behind the one where its search began.
ct_inline uint32_t ct_probe_distance(uint32_t home, uint32_t at, uint32_t slots) {
    return at >= home ? at - home : at + (slots - home);
}

#endif
