// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Random operations on a container and on a naive reference, which must agree after each.
///
///     static bool step(struct random_op op) { switch (op.kind) { … } return same(); }
///     random_test((struct random_test){"vec of 5", KINDS, begin, step});
///
/// Seeded: the same operations every run, unless CORTEN_SEED says otherwise. CORTEN_OPERATIONS is
/// their number (40,000, and 3 million in ./dev test --full). A failure is minimised before it is reported: operations
/// are left out as long as it still fails.
#ifndef CORTEN_TESTS_RANDOM_TEST_H
#define CORTEN_TESTS_RANDOM_TEST_H

#include <stdbool.h>
#include <stdint.h>

struct random_op {
    uint32_t kind; ///< 0 … kinds - 1
    uint32_t a, b; ///< any numbers
};

struct random_test {
    const char *name;
    uint32_t kinds;
    void (*begin)(void);              ///< empties the container and the reference
    bool (*step)(struct random_op op); ///< does it on both; false when they differ
};

/// True when no difference was found. Otherwise the shortest sequence found is printed.
bool random_test(struct random_test test);

#endif
