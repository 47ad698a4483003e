// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The queues, with an interrupt at every instruction of an operation that does another operation
// on the same queue. Whatever the place, both must have worked, one after the other.

#include "../sweep.h"
#include "both_orders.h"

#include <corten/critical.h>
#ifdef BROKEN // every masked section is without its mask, and nothing but a wrong result may fail
#    define AT_LEAST(places) 1
#    define ct_critical_enter() 0u
#    define ct_critical_leave(before) ((void)(before))
#else
#    define AT_LEAST(places) (places)
#endif
#include <corten/byte_ring.h>
#include <corten/mpmc.h>
#include <corten/mpsc.h>
#include <corten/spsc.h>

SWEEP_IS_POSSIBLE;

// Elements of two words, which must not be torn.
struct pair {
    uint32_t a, b;
};
static struct pair pair(uint32_t n) { return (struct pair){n, ~n}; }
static uint32_t value_of(struct pair p) { return p.b == ~p.a ? p.a : 0xBAD; }

static CT_SPSC(struct pair, 3) spsc;
static CT_MPSC(struct pair, 3) mpsc;
static CT_MPMC(struct pair, 3) mpmc;
static CT_BYTE_RING(7) ring; // of bytes, two of which make an element

#define QUEUE(queue)                                                                               \
    static uint32_t put_##queue(uint32_t value) {                                                  \
        return ct_##queue##_enqueue(&queue, pair(value)) ? 1 : 0;                                  \
    }                                                                                              \
    static uint32_t get_##queue(uint32_t nothing) {                                                \
        struct pair p;                                                                             \
        (void)nothing;                                                                             \
        return ct_##queue##_dequeue(&queue, &p) ? NONE : value_of(p);                              \
    }
QUEUE(spsc)
QUEUE(mpsc)
QUEUE(mpmc)

// The same in bulk, one element at a time, and by grants.
static uint32_t write_spsc(uint32_t value) {
    struct pair const p = pair(value);
    return ct_spsc_write(&spsc, &p, 1) == 1 ? 0 : 1;
}
static uint32_t read_spsc(uint32_t nothing) {
    struct pair p;
    (void)nothing;
    return ct_spsc_read(&spsc, &p, 1) == 1 ? value_of(p) : NONE;
}
static uint32_t grant_spsc(uint32_t value) {
    uint32_t count;
    struct pair *const slot = ct_spsc_grant(&spsc, &count);
    if (!count) return 1;
    *slot = pair(value);
    ct_spsc_commit(&spsc, 1);
    return 0;
}
static uint32_t release_spsc(uint32_t nothing) {
    uint32_t count;
    const struct pair *const slot = ct_spsc_read_grant(&spsc, &count);
    (void)nothing;
    if (!count) return NONE;
    uint32_t const value = value_of(*slot);
    ct_spsc_release(&spsc, 1);
    return value;
}
// In a ring of 7 bytes three elements of 2 fit where it does not turn.
static uint32_t put_ring(uint32_t value) {
    uint8_t *const to = ct_byte_ring_grant(&ring, 2);
    if (!to) return 1;
    to[0] = (uint8_t)value;
    to[1] = (uint8_t)~value;
    ct_byte_ring_commit(&ring, 2, 2);
    return 0;
}
static uint32_t get_ring(uint32_t nothing) {
    uint32_t count;
    const uint8_t *const from = ct_byte_ring_read(&ring, &count);
    (void)nothing;
    if (count < 2) return NONE;
    uint32_t const value = (from[0] ^ from[1]) == 0xFF ? from[0] : 0xBAD;
    ct_byte_ring_release(&ring, 2);
    return value;
}

// ---- a pair of operations under test

typedef uint32_t (*operation_)(uint32_t);
struct test {
    const char *name;
    void *object;
    uint32_t size;
    operation_ put, get;            // to fill and to drain
    operation_ first, second;       // the operation, and the one in the interrupt
    uint32_t first_puts, second_puts;
    uint32_t at_least;
};
#define OF(queue) &queue, sizeof queue, put_##queue, get_##queue
static const struct test tests[] = {
    {"spsc enqueue / dequeue", OF(spsc), put_spsc, get_spsc, 7, 0, 10},
    {"spsc dequeue / enqueue", OF(spsc), get_spsc, put_spsc, 0, 7, 10},
    {"spsc write / read", OF(spsc), write_spsc, read_spsc, 7, 0, 20},
    {"spsc read / write", OF(spsc), read_spsc, write_spsc, 0, 7, 20},
    {"spsc grant / release", OF(spsc), grant_spsc, release_spsc, 7, 0, 15},
    {"spsc release / grant", OF(spsc), release_spsc, grant_spsc, 0, 7, 15},
    {"byte ring grant / read", OF(ring), put_ring, get_ring, 7, 0, 20},
    {"byte ring read / grant", OF(ring), get_ring, put_ring, 0, 7, 20},
    {"mpsc enqueue / enqueue", OF(mpsc), put_mpsc, put_mpsc, 7, 8, 8},
    {"mpsc enqueue / dequeue", OF(mpsc), put_mpsc, get_mpsc, 7, 0, 8},
    {"mpsc dequeue / enqueue", OF(mpsc), get_mpsc, put_mpsc, 0, 7, 8},
    {"mpmc enqueue / enqueue", OF(mpmc), put_mpmc, put_mpmc, 7, 8, 8},
    {"mpmc enqueue / dequeue", OF(mpmc), put_mpmc, get_mpmc, 7, 0, 8},
    {"mpmc dequeue / enqueue", OF(mpmc), get_mpmc, put_mpmc, 0, 7, 8},
    {"mpmc dequeue / dequeue", OF(mpmc), get_mpmc, get_mpmc, 0, 0, 8},
};
static const struct test *test;
static uint32_t filled, turned; // elements before, and how far the indices have gone
static volatile uint32_t first_result, second_result;

static void prepare(void) {
    for (uint32_t i = 0; i < test->size; i++) ((uint8_t *)test->object)[i] = 0;
    for (uint32_t i = 0; i < turned; i++) test->put(1), test->get(0);
    for (uint32_t i = 0; i < filled; i++) test->put(1 + i);
}

static void operation(void) { first_result = test->first(test->first_puts); }

void GPIOA_Handler(void);
void GPIOA_Handler(void) { second_result = test->second(test->second_puts); }

static bool holds(void) {
    struct content before = {.used = filled}, after = {0};
    for (uint32_t i = 0; i < filled; i++) before.values[i] = 1 + i;
    for (uint32_t value; after.used < ROOM && (value = test->get(0)) != NONE;)
        after.values[after.used++] = value;
    return explained(before, (struct done){test->first_puts, first_result},
                     (struct done){test->second_puts, second_result}, after);
}

int main(void) {
    for (unsigned i = 0; i < sizeof tests / sizeof *tests; i++) {
        test = &tests[i];
        // Empty, in between, and full; at the start of the indices and about to turn.
        for (filled = 0; filled <= ROOM; filled++) {
            for (turned = 0; turned <= 5; turned += 5) {
                if (test->object == (void *)&ring && (turned || filled == ROOM)) continue;
                const struct sweep all = {test->name, GPIOA_IRQn, prepare, operation, holds};
                if (!sweep_run(&all, AT_LEAST(test->at_least))) ct_semihosting_exit(1);
            }
        }
    }
    ct_semihosting_exit(0);
}
