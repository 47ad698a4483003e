// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A set of small numbers, one bit each.
///
///     static CT_BITSET(80) seen;                                // empty, in .bss
///     ct_bitset_insert(&seen, 17);                              // panics from 80 on
///     if (ct_bitset_has(&seen, 17)) count++;
///     CT_BITSET_EACH(&seen, n) use(n);                          // 17
///     ct_bitset_remove(&seen, 17);
///
/// Its invariant: bits behind the last number are 0.
///
///     words   │ bits 31 … 0 │ bits 63 … 32 │ 0 … 0, bits 79 … 64 │
///
/// For one context at a time: an insert is a read, an OR and a write.
#ifndef CORTEN_BITSET_H
#define CORTEN_BITSET_H

#include <corten/container.h>
#include <corten/sequence.h>

/// A set of numbers 0 … count - 1. All zero is empty.
#define CT_BITSET(count)                                                                           \
    struct {                                                                                       \
        CT_CHECK_CAPACITY_(count)                                                                  \
        uint32_t slots_[((count) > 0 ? (count) - 1 : 0) / 32 + 1];                                 \
        char count_[0][(count) > 0 ? (count) : 1], capacity_[0];                                   \
    }
/// Any bit set; also one in an array of yours: {.slots_ = words, .capacity_ = 64}, words zeroed.
#define CT_BITSET_VIEW                                                                             \
    struct {                                                                                       \
        uint32_t *slots_, capacity_;                                                               \
        char count_[0][1];                                                                         \
    }
#define ct_bitset_view(view_type, set)                                                             \
    ((view_type){.slots_ = (set)->slots_, .capacity_ = ct_bitset_capacity(set)})

/// The numbers are 0 … this - 1.
#define ct_bitset_capacity(set)                                                                    \
    ((uint32_t)__builtin_choose_expr(ct_is_array_((set)->slots_), sizeof((set)->count_[0]),        \
                                     (set)->capacity_))

// The word of a number, or panics.
ct_inline uint32_t *ct_bitset_word_(uint32_t *words, uint32_t n, uint32_t capacity) {
    CT_REQUIRE(n < capacity, "the number is beyond the bit set");
    return &words[ct_bit_word(n)];
}
ct_inline uint32_t ct_bitset_mask_(uint32_t n) { return 1u << ct_bit_place(n); }

#define ct_bitset_change_(set, number, operation)                                                  \
    ({                                                                                             \
        __auto_type ct_s_ = (set);                                                                 \
        uint32_t const ct_n_ = (number);                                                           \
        *ct_bitset_word_(ct_s_->slots_, ct_n_, ct_bitset_capacity(ct_s_)) operation                \
            ct_bitset_mask_(ct_n_);                                                                \
    })
/// Adds, removes, or changes a number. Panic when it is out of range.
#define ct_bitset_insert(set, number) ((void)ct_bitset_change_(set, number, |=))
#define ct_bitset_remove(set, number) ((void)ct_bitset_change_(set, number, &= ~))
#define ct_bitset_flip(set, number)   ((void)ct_bitset_change_(set, number, ^=))
/// Is it in the set? Panics when it is out of range.
#define ct_bitset_has(set, number) (ct_bitset_change_(set, number, &) != 0u)

/// The least number in the set from `from` on, or the capacity when there is none.
#define ct_bitset_next(set, from)                                                                  \
    ({                                                                                             \
        __auto_type ct_s_ = (set);                                                                 \
        ct_bitset_next_(ct_s_->slots_, (from), ct_bitset_capacity(ct_s_));                         \
    })
uint32_t ct_bitset_next_(const uint32_t *words, uint32_t from, uint32_t capacity);
/// How many numbers are in the set.
#define ct_bitset_count(set) ct_bitset_count_((set)->slots_, ct_bitset_capacity(set))
uint32_t ct_bitset_count_(const uint32_t *words, uint32_t capacity);
#define ct_bitset_is_empty(set) (ct_bitset_next(set, 0u) == ct_bitset_capacity(set))

/// All numbers in, or out.
#define ct_bitset_fill(set)  ct_bitset_fill_((set)->slots_, ct_bitset_capacity(set), true)
#define ct_bitset_clear(set) ct_bitset_fill_((set)->slots_, ct_bitset_capacity(set), false)
void ct_bitset_fill_(uint32_t *words, uint32_t capacity, bool in);

/// set becomes its union, intersection, or difference with another one of the same capacity
/// (panics when it is not).
#define ct_bitset_unite(set, other)     ct_bitset_combine__(set, other, '|')
#define ct_bitset_intersect(set, other) ct_bitset_combine__(set, other, '&')
#define ct_bitset_subtract(set, other)  ct_bitset_combine__(set, other, '-')
#define ct_bitset_combine__(set, other, operation)                                                 \
    ct_bitset_combine_((set)->slots_, ct_bitset_capacity(set), (other)->slots_,                    \
                       ct_bitset_capacity(other), operation)
void ct_bitset_combine_(uint32_t *words, uint32_t capacity, const uint32_t *others,
                        uint32_t others_capacity, char operation);

/// for (uint32_t number: in rising order). The body may remove numbers, and insert them.
#define CT_BITSET_EACH(set, number)                                                                \
    for (uint32_t number = ct_bitset_next(set, 0u); number < ct_bitset_capacity(set);              \
         number = ct_bitset_next(set, number + 1u))

#endif
