// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The SPSC queue under every interleaving of its producer and its consumer.
#include "explore.h"

#include <corten/byte_ring.h>
#include <corten/spsc.h>

#include <string.h>

// An element of two words, which must never be seen torn.
struct pair {
    uint32_t a, b;
};
static struct pair pair(uint32_t n) { return (struct pair){n, ~n}; }
enum { TORN = 0xBAD, NONE = 0xFFFF };
static uint32_t value_of(struct pair p) { return p.b == ~p.a ? p.a : TORN; }

static CT_SPSC(struct pair, 1) one;
static CT_SPSC(struct pair, 2) two;
static CT_SPSC(struct pair, 3) three;

static uint32_t capacity;
struct spec {
    uint32_t used, slots[8];
};

static bool append(struct spec *spec, uint32_t value) {
    if (spec->used == capacity) return false;
    spec->slots[spec->used++] = value;
    return true;
}
static uint32_t first(struct spec *spec) {
    uint32_t const value = spec->slots[0];
    if (!spec->used) return NONE;
    memmove(spec->slots, spec->slots + 1, --spec->used * sizeof spec->slots[0]);
    spec->slots[spec->used] = 0;
    return value;
}

// Context 0 enqueues 1, 2, 3 …; context 1 dequeues.
#define PERFORM(queue)                                                                             \
    static uint32_t perform_##queue(unsigned context, unsigned n) {                                \
        if (context == 0) return (uint32_t)ct_spsc_enqueue(&queue, pair(n + 1));                   \
        struct pair p;                                                                             \
        return ct_spsc_dequeue(&queue, &p) ? NONE : value_of(p);                                   \
    }
PERFORM(one)
PERFORM(two)
PERFORM(three)

static bool specify(void *spec, unsigned context, unsigned n, uint32_t result) {
    if (context == 0) return append(spec, n + 1) == (result == CT_OK);
    return first(spec) == result;
}

// In bulk: the producer writes 1 2, then grants and commits one slot; the consumer reads up to 2.
static uint32_t perform_bulk(unsigned context, unsigned n) {
    struct pair pairs[2] = {pair(2 * n + 1), pair(2 * n + 2)};
    uint32_t count;
    if (context == 0) return ct_spsc_write(&three, pairs, 2);
    count = ct_spsc_read(&three, pairs, 2);
    return count == 0 ? 0 : value_of(pairs[0]) << 4 | (count == 2 ? value_of(pairs[1]) << 8 : 0) | count;
}
static bool specify_bulk(void *state, unsigned context, unsigned n, uint32_t result) {
    struct spec *const spec = state;
    if (context == 0) {
        // As many as there was room for when the call began, so perhaps fewer than now.
        for (uint32_t i = 0; i < result; i++)
            if (!append(spec, 2 * n + 1 + i)) return false;
        return result <= 2;
    }
    uint32_t const count = result & 0xF;
    if (count > 2 || count > spec->used) return false;
    uint32_t expected = count;
    for (uint32_t i = 0; i < count; i++) expected |= first(spec) << (4 + 4 * i);
    return expected == result;
}

// Grants: the producer fills what it is granted, the consumer looks at what it may read.
static uint32_t perform_grant(unsigned context, unsigned n) {
    uint32_t count;
    if (context == 0) {
        struct pair *const slot = ct_spsc_grant(&two, &count);
        if (count == 0) return (uint32_t)CT_FULL;
        ct_shared_set_(slot, pair(n + 1));
        ct_spsc_commit(&two, 1);
        return CT_OK;
    }
    struct pair *const slot = ct_spsc_read_grant(&two, &count);
    if (count == 0) return NONE;
    struct pair p;
    ct_shared_take_(&p, slot);
    ct_spsc_release(&two, 1);
    return value_of(p);
}

// The byte ring: the producer hands over 2 bytes at a time, the consumer takes 1 or 2.
static CT_BYTE_RING(5) bytes;
enum { NO_GRANT = 0xFF };
static uint32_t perform_bytes(unsigned context, unsigned n) {
    uint8_t pair_of[2] = {(uint8_t)(2 * n + 1), (uint8_t)(2 * n + 2)};
    if (context == 0) {
        uint8_t *const to = ct_byte_ring_grant(&bytes, 2);
        if (!to) return NO_GRANT;
        ct_shared_copy_(to, pair_of, 1);
        ct_shared_copy_(to + 1, pair_of + 1, 1);
        ct_byte_ring_commit(&bytes, 2, 2);
        return 0;
    }
    uint32_t count;
    const uint8_t *const from = ct_byte_ring_read(&bytes, &count);
    if (count > 1 + n % 2) count = 1 + n % 2;
    for (uint32_t i = 0; i < count; i++) ct_shared_fetch_(&pair_of[i], from + i, 1);
    ct_byte_ring_release(&bytes, count);
    return count == 0 ? 0 : count | (uint32_t)pair_of[0] << 4 | (count > 1 ? (uint32_t)pair_of[1] << 8 : 0);
}
static bool specify_bytes(void *state, unsigned context, unsigned n, uint32_t result) {
    struct spec *const spec = state;
    if (context == 0) {
        if (result == NO_GRANT) return spec->used > 0; // there may be no room in one run
        return append(spec, 2 * n + 1) && append(spec, 2 * n + 2);
    }
    uint32_t const count = result & 0xF;
    if (count > spec->used || count > 1 + n % 2 || (count == 0 && spec->used > 0)) return false;
    uint32_t expected = count;
    for (uint32_t i = 0; i < count; i++) expected |= first(spec) << (4 + 4 * i);
    return expected == result;
}

int main(void) {
    int failures = 0;
#define CHECK(title, queue, perform_, specify_, producing, consuming, steps)                        \
    do {                                                                                           \
        capacity = ct_spsc_capacity(&queue);                                                       \
        struct model const m = {.name = title,                                                     \
                                .memory = &queue,                                                  \
                                .memory_size = sizeof queue,                                       \
                                .contexts = 2,                                                     \
                                .operations = {producing, consuming},                              \
                                .perform = perform_,                                               \
                                .specify = specify_,                                               \
                                .spec_size = sizeof(struct spec),                                  \
                                .max_steps = steps};                                               \
        failures += model_check(&m);                                                               \
    } while (0)
    CHECK("spsc, capacity 1", one, perform_one, specify, 5, 5, 5);
    CHECK("spsc, capacity 2", two, perform_two, specify, 5, 5, 5);
    // from where both indices are about to turn
    three.state_[0] = three.state_[1] = 4;
    CHECK("spsc, capacity 3", three, perform_three, specify, 5, 5, 5);
    CHECK("spsc in bulk, capacity 3", three, perform_bulk, specify_bulk, 4, 5, 8);
    CHECK("spsc by grants, capacity 2", two, perform_grant, specify, 5, 5, 12);
    capacity = 5;
    struct model const m = {.name = "byte ring, capacity 5",
                            .memory = &bytes,
                            .memory_size = sizeof bytes,
                            .contexts = 2,
                            .operations = {5, 5},
                            .perform = perform_bytes,
                            .specify = specify_bytes,
                            .spec_size = sizeof(struct spec),
                            .max_steps = 14};
    failures += model_check(&m);
    return failures != 0;
}
