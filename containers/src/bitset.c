// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/bitset.h>

uint32_t ct_bitset_next_(const uint32_t *words, uint32_t from, uint32_t capacity) {
    while (from < capacity) {
        uint32_t const word = words[ct_bit_word(from)] >> ct_bit_place(from);
        if (word) return from + (uint32_t)__builtin_ctz(word); // bits behind the last are 0
        from += 32u - ct_bit_place(from);
    }
    return capacity;
}

uint32_t ct_bitset_count_(const uint32_t *words, uint32_t capacity) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < ct_bit_words(capacity); i++)
        for (uint32_t word = words[i]; word; word &= word - 1u) count++;
    return count;
}

void ct_bitset_fill_(uint32_t *words, uint32_t capacity, bool in) {
    uint32_t const last = ct_bit_words(capacity) - 1u;
    for (uint32_t i = 0; i <= last; i++) words[i] = in ? UINT32_MAX : 0;
    if (in) words[last] = UINT32_MAX >> (31u - ct_bit_place(capacity - 1u));
}

void ct_bitset_combine_(uint32_t *words, uint32_t capacity, const uint32_t *others,
                        uint32_t others_capacity, char operation) {
    CT_REQUIRE(capacity == others_capacity, "the bit sets are of different capacity");
    for (uint32_t i = 0; i < ct_bit_words(capacity); i++) {
        if (operation == '|') words[i] |= others[i];
        else if (operation == '&') words[i] &= others[i];
        else words[i] &= ~others[i];
    }
}
