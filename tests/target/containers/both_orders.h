// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What an operation and the one that interrupted it may have done to a queue: the same as one
/// after the other, in one of the two orders.
#ifndef CORTEN_TESTS_BOTH_ORDERS_H
#define CORTEN_TESTS_BOTH_ORDERS_H

#include <stdbool.h>
#include <stdint.h>

enum { ROOM = 3, NONE = 0xFFFF };

struct content {
    uint32_t used, values[ROOM];
};

/// An operation with its result: put (value != 0: the result is 0 or an error), or get (the
/// result is the value, or NONE).
struct done {
    uint32_t put;
    uint32_t result;
};

static inline uint32_t apply(struct content *c, uint32_t put) {
    if (put) {
        if (c->used == ROOM) return 1;
        c->values[c->used++] = put;
        return 0;
    }
    if (!c->used) return NONE;
    uint32_t const first = c->values[0];
    for (uint32_t i = 1; i < c->used; i++) c->values[i - 1] = c->values[i];
    c->used--;
    return first;
}

static inline bool gives(struct content c, struct done a, struct done b, const struct content *after) {
    if (apply(&c, a.put) != a.result || apply(&c, b.put) != b.result || c.used != after->used)
        return false;
    for (uint32_t i = 0; i < c.used; i++)
        if (c.values[i] != after->values[i]) return false;
    return true;
}

/// Is `after` what came of `before` and the two operations, in one of the orders?
static inline bool explained(struct content before, struct done a, struct done b,
                             struct content after) {
    return gives(before, a, b, &after) || gives(before, b, a, &after);
}

#endif
