// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// How the maps hash and compare keys, and entries of a key and a value.
///
///     uint32_t h = ct_hash_bytes("key", 3);
///     CT_MAP_ENTRY(uint16_t, float) entry = {.key = 7, .value = 1.5f};
///
/// A key that is a number or a pointer is compared with ==; any other by its bytes, so a struct
/// with padding must be zeroed before it is filled, or comes with functions of yours:
///
///     uint32_t hash_name(const struct name *n);
///     bool same_name(const struct name *a, const struct name *b);
///     if (ct_index_map_insert(&m, name, value, hash_name, same_name)) drop();
#ifndef CORTEN_HASH_H
#define CORTEN_HASH_H

#include <corten/container.h>
#include <corten/sequence.h>

/// A key with its value.
#define CT_MAP_ENTRY(K, V)                                                                         \
    struct {                                                                                       \
        __typeof__(K) key;                                                                         \
        __typeof__(V) value;                                                                       \
    }

/// FNV-1a over bytes (Fowler, Noll, Vo), for hashes of your own.
ct_inline uint32_t ct_hash_bytes(const void *bytes, size_t size) {
    uint32_t hash = 0x811C9DC5u;
    for (const uint8_t *p = bytes; size--; p++) hash = (hash ^ *p) * 0x01000193u;
    return hash;
}

/// A number spread over 32 bits: Fibonacci hashing (Knuth, vol. 3, 6.4), folded so that the low
/// bits are the good ones.
ct_inline uint32_t ct_hash_number(uint64_t number) {
    uint32_t const hash = ((uint32_t)number ^ (uint32_t)(number >> 32)) * 0x9E3779B1u;
    return hash ^ hash >> 16;
}

// A key's number, or 0 where it is none. The choice is the compiler's.
#define ct_is_number_(x)                                                                           \
    (!ct_is_array_(x) && (ct_kind_(x) == 1 || ct_kind_(x) == 5 || ct_kind_(x) == 8))
#define ct_integer_(x)                                                                             \
    __builtin_choose_expr(!ct_is_array_(x) && (ct_kind_(x) == 1 || ct_kind_(x) == 5), (x), 0)
#define ct_number_(x) __builtin_choose_expr(ct_is_number_(x), (x), 0)

// Hash and equality of two keys of one type, given by their addresses: the user's, or these.
#define ct_hash_key_(key, ...) ct_hash_with_(key, ##__VA_ARGS__, ct_hash_own_, ct_equal_own_)
#define ct_hash_with_(key, hash, ...) (hash(key))
#define ct_equal_keys_(a, b, ...) ct_equal_with_(a, b, ##__VA_ARGS__, ct_hash_own_, ct_equal_own_)
#define ct_equal_with_(a, b, hash, equal, ...) (equal(a, b))
#define ct_hash_own_(key)                                                                          \
    (ct_kind_(*(key)) == 8 || !ct_is_number_(*(key))                                               \
         ? ct_hash_bytes((key), sizeof *(key))                                                     \
         : ct_hash_number((uint64_t)(uintptr_t)ct_integer_(*(key))))
#define ct_equal_own_(a, b)                                                                        \
    (ct_is_number_(*(a)) ? ct_number_(*(a)) == ct_number_(*(b))                                    \
                         : __builtin_memcmp((a), (b), sizeof *(a)) == 0)

#endif
