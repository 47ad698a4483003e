// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "support/cmocka.h"
#include "support/elements.h"
#include "support/expect_panic.h"
#include "support/random_test.h"

#include <corten/spsc.h>

#include <pthread.h>

// ---- the header's examples

static unsigned lost, printed;
static void count_lost_sample(void) { lost++; }
static void print(uint16_t sample) { printed += sample; }

static void test_example(void **state) {
    (void)state;
    static CT_SPSC(uint16_t, 32) samples;
    if (ct_spsc_enqueue(&samples, 512)) count_lost_sample();
    uint16_t sample;
    while (!ct_spsc_dequeue(&samples, &sample)) print(sample);
    assert_int_equal(lost, 0);
    assert_int_equal(printed, 512);
}

static void test_ring_example(void **state) {
    (void)state;
    static int slots[5];
    uint32_t head = 0, tail = 0, span = ct_ring_span(5);
    if (!ct_ring_is_full(head, tail, 5, span)) {
        slots[ct_ring_slot(tail, 5, span)] = 42;
        tail = ct_ring_next(tail, span);
    }
    assert_int_equal(slots[0], 42);
    assert_int_equal(tail, 1);
}

static void test_bulk_example(void **state) {
    (void)state;
    static CT_SPSC(int, 10) queue;
    int buffer[12] = {1, 2, 3}, sum = 0;
    uint32_t taken = ct_spsc_write(&queue, buffer, 12);
    CT_SPSC_EACH(&queue, element) sum += *element;
    uint32_t got = ct_spsc_read(&queue, buffer, 12);
    assert_int_equal(taken, 10);
    assert_int_equal(got, 10);
    assert_int_equal(sum, 6);
    struct {
        uint16_t head, tail;
    } ends = {0, 7}, *const shared = &ends;
    uint32_t tail = ct_shared_load(&shared->tail, sizeof shared->tail);
    assert_int_equal(tail, 7);
}

typedef CT_SPSC(uint16_t, 3) sample_queue;
static void produce(CT_SPSC_PRODUCER(sample_queue) *out) {
    assert_int_equal(ct_spsc_enqueue(out, 7), CT_OK);
}
static uint16_t consume(CT_SPSC_CONSUMER(sample_queue) *in) {
    uint16_t sample = 0;
    assert_int_equal(ct_spsc_dequeue(in, &sample), CT_OK);
    return sample;
}

static void test_halves(void **state) {
    (void)state;
    static sample_queue queue;
    for (int i = 0; i < 10; i++) {
        produce(ct_spsc_producer(&queue));
        assert_int_equal(ct_spsc_used(ct_spsc_consumer(&queue)), 1);
        assert_int_equal(consume(ct_spsc_consumer(&queue)), 7);
    }
}

// ---- sizes: the smallest index, and nothing else

_Static_assert(sizeof(CT_SPSC(uint8_t, 1)) == 3, "a byte and two one-byte indices");
_Static_assert(sizeof(CT_SPSC(uint8_t, 128)) == 130, "128 is the last capacity of one-byte indices");
_Static_assert(sizeof(CT_SPSC(uint8_t, 130)) == 134, "two-byte indices");
_Static_assert(sizeof(CT_SPSC(uint8_t, 32768)) == 32772, "the last capacity of two-byte indices");
_Static_assert(sizeof(CT_SPSC(uint8_t, 32772)) == 32780, "four-byte indices");

// ---- every capacity, through many turns of the ring

static void test_every_capacity(void **state) {
    (void)state;
    static uint16_t slots[600];
    for (uint32_t capacity = 1; capacity <= 600; capacity++) {
        CT_SPSC_OVER(uint16_t) queue = {
            {.slots_ = slots, .capacity_ = capacity, .span_ = ct_ring_span(capacity)}};
        uint16_t in = 0, out = 0, value;
        for (int turn = 0; turn < 5; turn++) {
            for (uint32_t i = 0; i < capacity; i++)
                assert_int_equal(ct_spsc_enqueue(&queue, in++), CT_OK);
            assert_int_equal(ct_spsc_enqueue(&queue, 0), CT_FULL);
            assert_int_equal(ct_spsc_used(&queue), capacity);
            for (uint32_t i = 0; i < capacity - (uint32_t)(turn & 1); i++) {
                assert_int_equal(ct_spsc_dequeue(&queue, &value), CT_OK);
                assert_int_equal(value, out++);
            }
            while (!ct_spsc_dequeue(&queue, &value)) assert_int_equal(value, out++);
            assert_true(ct_spsc_is_empty(&queue));
        }
    }
}

static void test_large(void **state) {
    (void)state;
    static CT_SPSC(uint8_t, 70001) queue;
    static uint8_t bytes[50000];
    for (uint32_t i = 0; i < sizeof bytes; i++) bytes[i] = (uint8_t)(i * 7);
    for (int turn = 0; turn < 6; turn++) {
        assert_int_equal(ct_spsc_write(&queue, bytes, 50000), 50000);
        static uint8_t back[50000];
        assert_int_equal(ct_spsc_read(&queue, back, 50000), 50000);
        assert_memory_equal(bytes, back, 50000);
    }
}

// ---- misuse

static void test_grants(void **state) {
    (void)state;
    static CT_SPSC(uint32_t, 5) queue;
    uint32_t count;
    uint32_t *slots = ct_spsc_grant(&queue, &count);
    assert_int_equal(count, 5);
    slots[0] = 1, slots[1] = 2, slots[2] = 3;
    ct_spsc_commit(&queue, 3);
    assert_string_equal(PANIC_OF(ct_spsc_commit(&queue, 3)), "more was committed than the grant held");
    assert_string_equal(PANIC_OF(ct_spsc_release(&queue, 4)), "more was released than the grant held");
    slots = ct_spsc_read_grant(&queue, &count);
    assert_int_equal(count, 3);
    assert_int_equal(slots[1], 2);
    ct_spsc_release(&queue, 2);
    assert_int_equal(*ct_spsc_peek(&queue), 3);
    slots = ct_spsc_grant(&queue, &count); // slots 3 and 4, then two more from the start
    assert_int_equal(count, 2);
    ct_spsc_commit(&queue, 2);
    (void)ct_spsc_grant(&queue, &count);
    assert_int_equal(count, 2);
    ct_spsc_clear(&queue);
    assert_null(ct_spsc_peek(&queue));
}

// ---- against a reference, for each element type and capacity

static uint32_t reference[512], reference_used, reference_capacity;

// One operation on a queue of any form; `last` also does it on the reference.
#define STEP(T, q, op, last)                                                                       \
    ({                                                                                             \
        bool ok = true;                                                                            \
        T value, other;                                                                            \
        T many[9] = {0};                                                                             \
        uint32_t const room = reference_capacity - reference_used;                                 \
        uint32_t n = op.b % 9, count, taken = 0, added = 0;                                        \
        switch (op.kind) {                                                                         \
        case 0:                                                                                    \
        case 1:                                                                                    \
            MAKE(&value, op.a);                                                                    \
            ok = ct_spsc_enqueue(q, value) == (room ? CT_OK : CT_FULL);                            \
            added = room ? 1 : 0;                                                                  \
            break;                                                                                 \
        case 2:                                                                                    \
            ok = ct_spsc_dequeue(q, &value) == (reference_used ? CT_OK : CT_EMPTY);                \
            taken = reference_used ? 1 : 0;                                                        \
            MAKE(&other, reference[0]);                                                            \
            ok = ok && (!taken || SAME(&value, &other));                                           \
            break;                                                                                 \
        case 3:                                                                                    \
            for (uint32_t i = 0; i < n; i++) MAKE(&many[i], op.a + i);                             \
            added = n < room ? n : room;                                                           \
            ok = ct_spsc_write(q, many, n) == added;                                               \
            break;                                                                                 \
        case 4:                                                                                    \
            taken = n < reference_used ? n : reference_used;                                       \
            ok = ct_spsc_read(q, many, n) == taken;                                                \
            for (uint32_t i = 0; i < taken; i++) {                                                 \
                MAKE(&other, reference[i]);                                                        \
                ok = ok && SAME(&many[i], &other);                                                 \
            }                                                                                      \
            break;                                                                                 \
        case 5: {                                                                                  \
            T *slots = ct_spsc_grant(q, &count);                                                   \
            ok = count <= room && (count > 0 || room == 0) && ALIGNED(slots);                      \
            added = count < n ? count : n;                                                         \
            for (uint32_t i = 0; i < added; i++) MAKE(&slots[i], op.a + i);                        \
            ct_spsc_commit(q, added);                                                              \
            break;                                                                                 \
        }                                                                                          \
        case 6: {                                                                                  \
            T *slots = ct_spsc_read_grant(q, &count);                                              \
            ok = count <= reference_used && (count > 0 || reference_used == 0);                    \
            taken = count < n ? count : n;                                                         \
            for (uint32_t i = 0; i < taken; i++) {                                                 \
                MAKE(&other, reference[i]);                                                        \
                ok = ok && SAME(&slots[i], &other);                                                \
            }                                                                                      \
            ct_spsc_release(q, taken);                                                             \
            break;                                                                                 \
        }                                                                                          \
        default: {                                                                                 \
            uint32_t i = 0;                                                                        \
            CT_SPSC_EACH(q, element) {                                                             \
                if (i == n) break;                                                                 \
                MAKE(&other, reference[i++]);                                                      \
                ok = ok && SAME(element, &other);                                                  \
            }                                                                                      \
            ok = ok && i == (n < reference_used ? n : reference_used);                             \
        }                                                                                          \
        }                                                                                          \
        if (last) {                                                                                \
            memmove(reference, reference + taken, (reference_used -= taken) * sizeof(word));       \
            for (uint32_t i = 0; i < added; i++) reference[reference_used++] = op.a + i;           \
        }                                                                                          \
        ok;                                                                                        \
    })

#define RANDOM(name, T, N)                                                                         \
    static CT_SPSC(T, N) name;                                                                     \
    static T name##_array[N];                                                                      \
    static CT_SPSC_OVER(T) name##_over = CT_SPSC_ON(name##_array);                                 \
    static CT_SPSC(T, N) name##_viewed;                                                            \
    typedef CT_SPSC_VIEW(T) name##_view;                                                           \
    static void name##_begin(void) {                                                               \
        memset(&name, 0, sizeof name);                                                             \
        memset(&name##_viewed, 0, sizeof name##_viewed);                                           \
        memset(name##_over.state_, 0, sizeof name##_over.state_);                                  \
        reference_used = 0;                                                                        \
        reference_capacity = N;                                                                    \
    }                                                                                              \
    static bool name##_step(struct random_op op) {                                                 \
        name##_view view = ct_spsc_view(name##_view, &name##_viewed);                              \
        return STEP(T, &name##_over, op, false) && STEP(T, &view, op, false) &&                    \
               STEP(T, &name, op, true) && ct_spsc_used(&name) == reference_used &&                \
               ct_spsc_used(&view) == reference_used;                                              \
    }                                                                                              \
    static void test_##name(void **state) {                                                        \
        (void)state;                                                                               \
        assert_true(random_test((struct random_test){#name, 8, name##_begin, name##_step}));       \
    }

RANDOM(bytes_1, byte, 1)
RANDOM(words_7, word, 7)
RANDOM(addresses_8, address, 8)
RANDOM(records_3, record, 3)
RANDOM(blocks_5, block, 5)
RANDOM(words_200, word, 200)

// ---- two threads

static CT_SPSC(uint32_t, 7) pipe;
enum { PIPED = 200000 };
static void *feed(void *argument) {
    for (uint32_t n = 0; n < PIPED;)
        if (!ct_spsc_enqueue(&pipe, n)) n++;
    return argument;
}

static void test_threads(void **state) {
    (void)state;
    pthread_t thread;
    assert_int_equal(pthread_create(&thread, NULL, feed, NULL), 0);
    for (uint32_t expected = 0; expected < PIPED;) {
        uint32_t value;
        if (ct_spsc_dequeue(&pipe, &value)) continue;
        assert_int_equal(value, expected);
        expected++;
    }
    pthread_join(thread, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_example),        cmocka_unit_test(test_ring_example), cmocka_unit_test(test_bulk_example),
        cmocka_unit_test(test_halves),         cmocka_unit_test(test_every_capacity),
        cmocka_unit_test(test_large),          cmocka_unit_test(test_grants),
        cmocka_unit_test(test_bytes_1),        cmocka_unit_test(test_words_7),
        cmocka_unit_test(test_addresses_8),    cmocka_unit_test(test_records_3),
        cmocka_unit_test(test_blocks_5),       cmocka_unit_test(test_words_200),
        cmocka_unit_test(test_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
