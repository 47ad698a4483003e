// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Element types that a container must cope with, each made from a number and told apart by it.
#ifndef CORTEN_TESTS_ELEMENTS_H
#define CORTEN_TESTS_ELEMENTS_H

#include <stdint.h>
#include <string.h>

typedef uint8_t byte;
typedef uint32_t word;
typedef uint8_t address[6]; // an array, of a size that is no power of two
typedef struct {
    uint64_t stamp;
    char text[9];
    uint8_t tag;
} record;
typedef struct __attribute__((aligned(32))) {
    uint32_t samples[3];
} block; // over-aligned, as for a DMA

#define FILL_(pointer, n)                                                                          \
    do {                                                                                           \
        uint32_t const number_ = (n);                                                              \
        memset((pointer), 0, sizeof *(pointer));                                                   \
        for (size_t i_ = 0; i_ < sizeof *(pointer) && i_ < 4; i_++)                                \
            ((unsigned char *)(pointer))[i_] = (unsigned char)(number_ >> 8 * i_);                 \
    } while (0)

/// *pointer becomes the element of number n (its low byte only, for a byte).
#define MAKE(pointer, n) FILL_(pointer, (uint32_t)(n))
#define SAME(a, b)       (memcmp((a), (b), sizeof *(a)) == 0)
#define ALIGNED(pointer) ((uintptr_t)(pointer) % _Alignof(__typeof__(*(pointer))) == 0)

#endif
