// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Random numbers of the drivers' tests: the same every run.
#ifndef CORTEN_DRIVERS_TESTS_RANDOM_H
#define CORTEN_DRIVERS_TESTS_RANDOM_H

#include <stdint.h>

static uint64_t random_state = 0x9E3779B97F4A7C15u;

/// xorshift64* (Vigna 2016), the upper half.
static inline uint32_t random_number(void) {
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return (uint32_t)(random_state * 0x2545F4914F6CDD1Du >> 32);
}

/// From `least` to `most`, both included.
static inline int random_between(int least, int most) {
    return least + (int)(random_number() % (uint32_t)(most - least + 1));
}

#endif
