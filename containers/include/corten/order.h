// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Which element comes first: part of a heap's or a sorted list's type, and free of charge.
///
///     static CT_HEAP(uint32_t, 8, CT_LEAST) numbers;                    // the smallest first
///     static CT_HEAP(struct job, 8, CT_LEAST_BY(deadline)) jobs;        // the most urgent first
///     static CT_SORTED_LIST(struct job, 8, CT_GREATEST_BY(rank)) ranks;
///
/// A key is a number or a pointer: the element itself, or one member of it.
#ifndef CORTEN_ORDER_H
#define CORTEN_ORDER_H

#include <corten/container.h>

#define CT_LEAST               CT_KEY_SELF_, 1
#define CT_GREATEST            CT_KEY_SELF_, 2
#define CT_LEAST_BY(member)    CT_KEY_MEMBER_, 1, member
#define CT_GREATEST_BY(member) CT_KEY_MEMBER_, 2, member

// Members of size 0 that carry the order: the key's type, its offset, and the direction.
#define CT_ORDER_(T, ...)        CT_ORDER_EXPAND_(T, __VA_ARGS__)
#define CT_ORDER_EXPAND_(T, how, ...) how(T, __VA_ARGS__)
#define CT_KEY_SELF_(T, direction)                                                                 \
    __typeof__(T) key_[0];                                                                         \
    char key_offset_[0][1], direction_[0][direction];
#define CT_KEY_MEMBER_(T, direction, member)                                                       \
    __typeof__(((__typeof__(T) *)0)->member) key_[0];                                              \
    char key_offset_[0][1 + __builtin_offsetof(__typeof__(T), member)], direction_[0][direction];

// The key of an element, and whether element a comes before element b.
#define ct_key_(c, element)                                                                        \
    (*(const __typeof__((c)->key_[0]) *)((const char *)(element) + sizeof((c)->key_offset_[0]) - 1))
#define ct_before_(c, a, b)                                                                        \
    (sizeof((c)->direction_[0]) == 1 ? ct_key_(c, a) < ct_key_(c, b)                               \
                                     : ct_key_(c, a) > ct_key_(c, b))

#endif
