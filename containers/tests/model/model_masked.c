// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// MPSC, MPMC and the pool under every interleaving of three contexts.
#include "explore.h"

#include <corten/box.h>
#include <corten/mpmc.h>
#include <corten/mpsc.h>

#include <stdlib.h>
#include <string.h>

struct pair {
    uint32_t a, b;
};
static struct pair pair(uint32_t n) { return (struct pair){n, ~n}; }
enum { TORN = 0xBAD, NONE = 0xFFFF };
static uint32_t value_of(struct pair p) { return p.b == ~p.a ? p.a : TORN; }

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

// ---- queues: contexts 0 and 1 enqueue 11, 12 … and 21, 22 …; context 2 dequeues. In the last,
// every context enqueues and dequeues in turn.

static CT_MPSC(struct pair, 2) mpsc2;
static CT_MPSC(struct pair, 3) mpsc3;
static CT_MPMC(struct pair, 1) mpmc1;
static CT_MPMC(struct pair, 3) mpmc3;

static uint32_t value(unsigned context, unsigned n) { return 10 * (context + 1) + n + 1; }

#define QUEUE(kind, queue)                                                                         \
    static uint32_t put_##queue(unsigned context, unsigned n) {                                    \
        return (uint32_t)ct_##kind##_enqueue(&queue, pair(value(context, n)));                     \
    }                                                                                              \
    static uint32_t get_##queue(void) {                                                            \
        struct pair p;                                                                             \
        return ct_##kind##_dequeue(&queue, &p) ? NONE : value_of(p);                               \
    }                                                                                              \
    __attribute__((unused)) static uint32_t roles_##queue(unsigned context, unsigned n) {                             \
        return context == 2 ? get_##queue() : put_##queue(context, n);                             \
    }
QUEUE(mpsc, mpsc2)
QUEUE(mpsc, mpsc3)
QUEUE(mpmc, mpmc1)
QUEUE(mpmc, mpmc3)
static uint32_t turns_mpmc3(unsigned context, unsigned n) {
    return n % 2 ? get_mpmc3() : put_mpmc3(context, n);
}

static bool roles(void *spec, unsigned context, unsigned n, uint32_t result) {
    if (context == 2) return first(spec) == result;
    return append(spec, value(context, n)) == (result == CT_OK);
}
static bool turns(void *spec, unsigned context, unsigned n, uint32_t result) {
    if (n % 2) return first(spec) == result;
    return append(spec, value(context, n)) == (result == CT_OK);
}

// ---- the pool: each context allocates two blocks, frees the first, allocates, frees them all.
// What it holds is in the shared object, so that the explorer keeps it.

static struct {
    CT_POOL(uint32_t, 3) pool;
    uint8_t held[3][3]; // 1 + the block
} blocks;

static const uint8_t script[] = {1, 2, 0x81, 3, 0x83}; // allocate into 1, 2; free 1; …

static uint32_t use_pool(unsigned context, unsigned n) {
    unsigned const what = script[n], place = (what & 0x7F) - 1;
    uint8_t *const held = &blocks.held[context][place];
    if (what & 0x80) {
        uint32_t const block = ct_model_load(held, 1);
        if (!block) return 0;
        ct_pool_free(&blocks.pool, &blocks.pool.slots_[block - 1]);
        ct_model_store(held, 1, 0);
        return block;
    }
    uint32_t *const block = ct_pool_alloc(&blocks.pool);
    uint32_t const number = block ? (uint32_t)(block - blocks.pool.slots_) + 1 : 0;
    ct_model_store(held, 1, number);
    return number;
}

struct owners {
    uint8_t taken[4];
};
static bool pool_spec(void *spec, unsigned context, unsigned n, uint32_t result) {
    struct owners *const owners = spec;
    (void)context;
    if (result > 3) return false;
    if (script[n] & 0x80) {
        if (result && !owners->taken[result]) return false;
        owners->taken[result] = 0;
        return true;
    }
    if (!result) return owners->taken[1] && owners->taken[2] && owners->taken[3];
    if (owners->taken[result]) return false;
    owners->taken[result] = 1;
    return true;
}

// At the end the free blocks and those held are all the blocks, each once.
static bool pool_sound(void) {
    unsigned times[4] = {0};
    for (unsigned c = 0; c < 3; c++)
        for (unsigned i = 0; i < 3; i++) times[blocks.held[c][i]]++;
    uint32_t at = blocks.pool.state_[0];
    for (unsigned steps = 0; at < 3 && steps < 4; steps++) {
        times[at + 1]++;
        at = ct_blocks_next(at, blocks.pool.links_[at], 256);
    }
    return at == 3 && times[1] == 1 && times[2] == 1 && times[3] == 1;
}

// ---- counted blocks: each context is one of a block's three owners and releases it

static CT_COUNTED_POOL(uint32_t, 1) counted;
static uint32_t release(unsigned context, unsigned n) {
    (void)context, (void)n;
    ct_counted_release(&counted, &counted.slots_[0]);
    return 0;
}
static bool released(void *spec, unsigned context, unsigned n, uint32_t result) {
    (void)spec, (void)context, (void)n;
    return result == 0;
}
static bool counted_sound(void) { return counted.state_[0] == 0 && counted.more_owners_[0] == 0; }

// Each context's number of operations: in ./dev test --full one more.
static unsigned many(unsigned n) { return n + (getenv("CORTEN_TEST_FULL") != NULL); }

int main(void) {
    int failures = 0;
#define CHECK(...)                                                                                 \
    do {                                                                                           \
        struct model const m = {__VA_ARGS__, .contexts = 3, .spec_size = sizeof(struct spec)};     \
        failures += model_check(&m);                                                               \
    } while (0)
#define SHARED(object) .memory = &object, .memory_size = sizeof object
    capacity = 2;
    CHECK("mpsc, capacity 2", SHARED(mpsc2), .operations = {2, 2, many(2)}, .perform = roles_mpsc2,
          .specify = roles, .max_steps = 5);
    capacity = 3;
    CHECK("mpsc, capacity 3", SHARED(mpsc3), .operations = {2, 2, many(2)}, .perform = roles_mpsc3,
          .specify = roles, .max_steps = 5);
    capacity = 1;
    CHECK("mpmc, capacity 1", SHARED(mpmc1), .operations = {2, 2, many(2)}, .perform = roles_mpmc1,
          .specify = roles, .max_steps = 5);
    capacity = 3;
    CHECK("mpmc, capacity 3", SHARED(mpmc3), .operations = {2, 2, many(2)}, .perform = turns_mpmc3,
          .specify = turns, .max_steps = 5);
    CHECK("pool of 3", SHARED(blocks), .operations = {3, 3, 2}, .perform = use_pool,
          .specify = pool_spec, .sound = pool_sound, .max_steps = 5);
    counted.links_[0] = 128; // taken, by three owners
    counted.state_[0] = 1;
    counted.more_owners_[0] = 2;
    CHECK("counted block of 3 owners", SHARED(counted), .operations = {1, 1, 1}, .perform = release,
          .specify = released, .sound = counted_sound, .max_steps = 5);
    return failures != 0;
}
