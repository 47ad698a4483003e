// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Vec, Deque, HistoryBuffer.
#include "support/cmocka.h"
#include "support/elements.h"
#include "support/expect_panic.h"
#include "support/random_test.h"

#include <corten/deque.h>
#include <corten/history.h>
#include <corten/vec.h>

static void drop(void) { fail(); }
static int worked;
static void work_on(int job) { worked = worked * 10 + job; }

typedef CT_VEC(uint8_t, 32) packet;
typedef CT_VEC_VIEW(uint8_t) bytes;
static void append_checksum(bytes to) {
    uint8_t sum = 0;
    CT_VEC_EACH(&to, byte) sum = (uint8_t)(sum + *byte);
    if (ct_vec_push(&to, sum)) drop();
}

static void test_examples(void **state) {
    (void)state;
    static packet p;
    unsigned sum = 0;
    if (ct_vec_push(&p, 0x7E)) drop();
    ct_vec_at(&p, 0) = 0x7F;
    append_checksum(ct_vec_view(bytes, &p));
    CT_VEC_EACH(&p, byte) sum += *byte;
    assert_int_equal(sum, 0xFE);
    assert_int_equal(ct_vec_length(&p), 2);
    assert_string_equal(PANIC_OF(ct_vec_at(&p, 2) = 1), "the index is beyond the vector's end");
    static packet ready = CT_VEC_OF(3, 1, 2, 3);
    assert_int_equal(*ct_vec_last(&ready), 3);
    assert_int_equal(sizeof(packet), 33);

    static CT_DEQUE(int, 5) jobs;
    if (ct_deque_push_back(&jobs, 7)) drop();
    if (ct_deque_push_front(&jobs, 1)) drop();
    int job;
    while (!ct_deque_pop_front(&jobs, &job)) work_on(job);
    assert_int_equal(worked, 17);
    assert_string_equal(PANIC_OF(ct_deque_at(&jobs, 0) = 1), "the index is beyond the deque's end");

    static CT_HISTORY(int16_t, 8) temperatures;
    ct_history_write(&temperatures, 215);
    int32_t total = 0;
    CT_HISTORY_EACH(&temperatures, t) total += *t;
    int16_t mean = (int16_t)(total / (int32_t)ct_history_length(&temperatures));
    assert_int_equal(mean, 215);
}

static void test_arithmetic_example(void **state) {
    (void)state;
    uint32_t at = 3, count = 0xFFFFFFFE, length = 5, first = 4, capacity = 5;
    assert_false(ct_range_fits(at, count, length));
    uint32_t slot = ct_wrap(first, 3, capacity);
    uint32_t parent = ct_heap_parent(9);
    assert_int_equal(slot, 2);
    assert_int_equal(parent, 4);
}

static uint32_t reference[512], used, capacity;
static void insert(uint32_t at, uint32_t value) {
    memmove(reference + at + 1, reference + at, (used++ - at) * sizeof(word));
    reference[at] = value;
}
static void erase(uint32_t at, uint32_t count) {
    used -= count;
    memmove(reference + at, reference + at + count, (used - at) * sizeof(word));
}

// ---- vectors

#define IS(T, pointer, n)                                                                          \
    ({                                                                                             \
        T is_;                                                                                     \
        MAKE(&is_, n);                                                                             \
        SAME(pointer, &is_);                                                                       \
    })

// One operation on a vector of any form; `last` also does it on the reference.
#define VEC_STEP(T, v, op, last)                                                                   \
    ({                                                                                             \
        bool ok = true;                                                                            \
        T value, many[4] = {0};                                                                    \
        MAKE(&value, op.a);                                                                        \
        uint32_t const at = op.b % (capacity + 2), n = op.b / 16 % 4, was = used;                  \
        switch (op.kind) {                                                                         \
        case 0:                                                                                    \
        case 1:                                                                                    \
            ok = ct_vec_push(v, value) == (used < capacity ? CT_OK : CT_FULL);                     \
            if (last && used < capacity) insert(used, op.a);                                       \
            break;                                                                                 \
        case 2:                                                                                    \
            ok = ct_vec_pop(v, &value) == (used ? CT_OK : CT_EMPTY) &&                             \
                 (!used || IS(T, &value, reference[used - 1]));                                    \
            if (last && used) erase(used - 1, 1);                                                  \
            break;                                                                                 \
        case 3:                                                                                    \
        case 4:                                                                                    \
            ok = ct_vec_insert(v, at, value) == (at > used          ? CT_OUT_OF_RANGE              \
                                                 : used == capacity ? CT_FULL                      \
                                                                    : CT_OK);                      \
            if (last && at <= used && used < capacity) insert(at, op.a);                           \
            break;                                                                                 \
        case 5:                                                                                    \
            ok = ct_vec_remove(v, at, &value) == (at < used ? CT_OK : CT_OUT_OF_RANGE) &&          \
                 (at >= used || IS(T, &value, reference[at]));                                     \
            if (last && at < used) erase(at, 1);                                                   \
            break;                                                                                 \
        case 6:                                                                                    \
            ok = ct_vec_swap_remove(v, at, &value) == (at < used ? CT_OK : CT_OUT_OF_RANGE) &&     \
                 (at >= used || IS(T, &value, reference[at]));                                     \
            if (last && at < used) reference[at] = reference[used - 1], erase(used - 1, 1);        \
            break;                                                                                 \
        case 7:                                                                                    \
            ok = ct_vec_erase(v, at, n) == (at + n <= used ? CT_OK : CT_OUT_OF_RANGE) &&           \
                 ct_vec_erase(v, 0xFFFFFFFFu, 2) == CT_OUT_OF_RANGE;                               \
            if (last && at + n <= used) erase(at, n);                                              \
            break;                                                                                 \
        case 8:                                                                                    \
            ct_vec_truncate(v, at);                                                                \
            if (last && at < used) used = at;                                                      \
            break;                                                                                 \
        case 9:                                                                                    \
            ok = ct_vec_resize(v, at, value) == (at <= capacity ? CT_OK : CT_FULL);                \
            if (last && at <= capacity) {                                                          \
                for (uint32_t i = used; i < at; i++) reference[i] = op.a;                          \
                used = at;                                                                         \
            }                                                                                      \
            break;                                                                                 \
        case 10:                                                                                   \
            for (uint32_t i = 0; i < n; i++) MAKE(&many[i], op.a + i);                             \
            ok = ct_vec_extend(v, many, n) == (used + n <= capacity ? CT_OK : CT_FULL) &&          \
                 ct_vec_extend(v, many, 0xFFFFFFFFu) == CT_FULL;                                   \
            if (last && used + n <= capacity)                                                      \
                for (uint32_t i = 0; i < n; i++) reference[used++] = op.a + i;                     \
            break;                                                                                 \
        case 11: {                                                                                 \
            uint32_t kept = 0;                                                                     \
            ct_vec_retain(v, e, ((unsigned char *)e)[0] & 1);                                      \
            for (uint32_t i = 0; last && i < was; i++)                                             \
                if (reference[i] & 1) reference[kept++] = reference[i];                            \
            if (last) used = kept;                                                                 \
            break;                                                                                 \
        }                                                                                          \
        default: {                                                                                 \
            T *const there = ct_vec_get(v, at);                                                    \
            ok = at < used ? there && IS(T, there, reference[at]) && ALIGNED(there) : !there;      \
            if (at + n <= used) {                                                                  \
                typedef CT_VEC_OVER(T) slice_type;                                                 \
                slice_type slice = ct_vec_slice(slice_type, v, at, n);                             \
                ok = ok && ct_vec_length(&slice) == n &&                                           \
                     (n == 0 || IS(T, ct_vec_last(&slice), reference[at + n - 1]));                \
            }                                                                                      \
        }                                                                                          \
        }                                                                                          \
        uint32_t i = 0;                                                                            \
        if (last) {                                                                                \
            CT_VEC_EACH(v, e) ok = ok && i < used && IS(T, e, reference[i]), i++;                  \
            ok = ok && i == used && ct_vec_is_empty(v) == (used == 0) &&                           \
                 ct_vec_is_full(v) == (used == capacity);                                          \
        }                                                                                          \
        ok;                                                                                        \
    })

#define FORMS(KIND, kind, T, N, name)                                                              \
    static CT_##KIND(T, N) name, name##_viewed;                                                    \
    static T name##_array[N];                                                                      \
    static CT_##KIND##_OVER(T) name##_over = CT_##KIND##_ON(name##_array);                         \
    typedef CT_##KIND##_VIEW(T) name##_view;                                                       \
    static void name##_begin(void) {                                                               \
        memset(&name, 0, sizeof name);                                                             \
        memset(&name##_viewed, 0, sizeof name##_viewed);                                           \
        memset(name##_over.state_, 0, sizeof name##_over.state_);                                  \
        used = 0;                                                                                  \
        capacity = N;                                                                              \
    }                                                                                              \
    static bool name##_step(struct random_op op) {                                                 \
        name##_view view = ct_##kind##_view(name##_view, &name##_viewed);                          \
        return KIND##_STEP(T, &view, op, false) && KIND##_STEP(T, &name##_over, op, false) &&      \
               KIND##_STEP(T, &name, op, true) && ct_##kind##_length(&view) == used &&             \
               ct_##kind##_length(&name##_over) == used;                                           \
    }                                                                                              \
    static void test_##name(void **state) {                                                        \
        (void)state;                                                                               \
        assert_true(random_test(                                                                   \
            (struct random_test){#name, KIND##_KINDS, name##_begin, name##_step}));                \
    }

enum { VEC_KINDS = 13, DEQUE_KINDS = 10, HISTORY_KINDS = 4 };
FORMS(VEC, vec, byte, 1, vec_bytes_1)
FORMS(VEC, vec, word, 7, vec_words_7)
FORMS(VEC, vec, address, 8, vec_addresses_8)
FORMS(VEC, vec, record, 300, vec_records_300)
FORMS(VEC, vec, block, 5, vec_blocks_5)

// ---- deques

#define DEQUE_STEP(T, d, op, last)                                                                 \
    ({                                                                                             \
        bool ok = true;                                                                            \
        T value;                                                                                   \
        MAKE(&value, op.a);                                                                        \
        uint32_t const at = op.b % (capacity + 2);                                                 \
        switch (op.kind) {                                                                         \
        case 0:                                                                                    \
        case 1:                                                                                    \
            ok = ct_deque_push_back(d, value) == (used < capacity ? CT_OK : CT_FULL);              \
            if (last && used < capacity) insert(used, op.a);                                       \
            break;                                                                                 \
        case 2:                                                                                    \
        case 3:                                                                                    \
            ok = ct_deque_push_front(d, value) == (used < capacity ? CT_OK : CT_FULL);             \
            if (last && used < capacity) insert(0, op.a);                                          \
            break;                                                                                 \
        case 4:                                                                                    \
        case 5:                                                                                    \
            ok = ct_deque_pop_front(d, &value) == (used ? CT_OK : CT_EMPTY) &&                     \
                 (!used || IS(T, &value, reference[0]));                                           \
            if (last && used) erase(0, 1);                                                         \
            break;                                                                                 \
        case 6:                                                                                    \
            ok = ct_deque_pop_back(d, &value) == (used ? CT_OK : CT_EMPTY) &&                      \
                 (!used || IS(T, &value, reference[used - 1]));                                    \
            if (last && used) erase(used - 1, 1);                                                  \
            break;                                                                                 \
        case 7: {                                                                                  \
            T *const all = ct_deque_make_contiguous(d);                                            \
            uint32_t count;                                                                        \
            ok = ct_deque_piece(d, 0, &count) == all && count == used;                             \
            break;                                                                                 \
        }                                                                                          \
        case 8: {                                                                                  \
            uint32_t n[2], i = 0;                                                                  \
            for (int piece = 0; piece < 2; piece++) {                                              \
                T *const run = ct_deque_piece(d, piece, &n[piece]);                                \
                for (uint32_t k = 0; k < n[piece]; k++, i++)                                       \
                    ok = ok && i < used && IS(T, &run[k], reference[i]);                           \
            }                                                                                      \
            ok = ok && i == used;                                                                  \
            break;                                                                                 \
        }                                                                                          \
        default: {                                                                                 \
            T *const there = ct_deque_get(d, at);                                                  \
            ok = at < used ? there && IS(T, there, reference[at]) && ALIGNED(there) : !there;      \
            ok = ok && (ct_deque_last(d) != NULL) == (used > 0) &&                                 \
                 (!used || IS(T, ct_deque_last(d), reference[used - 1]));                          \
        }                                                                                          \
        }                                                                                          \
        uint32_t i = 0;                                                                            \
        if (last) {                                                                                \
            CT_DEQUE_EACH(d, e) ok = ok && i < used && IS(T, e, reference[i]), i++;                \
            ok = ok && i == used;                                                                  \
        }                                                                                          \
        ok;                                                                                        \
    })
FORMS(DEQUE, deque, byte, 1, deque_bytes_1)
FORMS(DEQUE, deque, word, 8, deque_words_8)
FORMS(DEQUE, deque, address, 5, deque_addresses_5)
FORMS(DEQUE, deque, block, 7, deque_blocks_7)
FORMS(DEQUE, deque, record, 300, deque_records_300)

// ---- histories

#define HISTORY_STEP(T, h, op, last)                                                               \
    ({                                                                                             \
        bool ok = true;                                                                            \
        T value;                                                                                   \
        MAKE(&value, op.a);                                                                        \
        uint32_t const at = op.b % (capacity + 2);                                                 \
        if (op.kind < 3) {                                                                         \
            ct_history_write(h, value);                                                            \
            if (last) {                                                                            \
                if (used == capacity) erase(0, 1);                                                 \
                insert(used, op.a);                                                                \
            }                                                                                      \
        } else if (op.b % 64 == 0) {                                                               \
            ct_history_clear(h);                                                                   \
            if (last) used = 0;                                                                    \
        } else {                                                                                   \
            T *const there = ct_history_get(h, at);                                                \
            ok = at < used ? there && IS(T, there, reference[at]) : !there;                        \
            ok = ok && (ct_history_newest(h) != NULL) == (used > 0) &&                             \
                 (!used || (IS(T, ct_history_newest(h), reference[used - 1]) &&                    \
                            IS(T, ct_history_oldest(h), reference[0])));                           \
        }                                                                                          \
        uint32_t i = 0;                                                                            \
        if (last) {                                                                                \
            CT_HISTORY_EACH(h, e) ok = ok && i < used && IS(T, e, reference[i]), i++;              \
            ok = ok && i == used;                                                                  \
        }                                                                                          \
        ok;                                                                                        \
    })
FORMS(HISTORY, history, byte, 1, history_bytes_1)
FORMS(HISTORY, history, word, 8, history_words_8)
FORMS(HISTORY, history, address, 5, history_addresses_5)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples), cmocka_unit_test(test_arithmetic_example),
        cmocka_unit_test(test_vec_bytes_1),
        cmocka_unit_test(test_vec_words_7),      cmocka_unit_test(test_vec_addresses_8),
        cmocka_unit_test(test_vec_records_300),  cmocka_unit_test(test_vec_blocks_5),
        cmocka_unit_test(test_deque_bytes_1),    cmocka_unit_test(test_deque_words_8),
        cmocka_unit_test(test_deque_addresses_5), cmocka_unit_test(test_deque_blocks_7),
        cmocka_unit_test(test_deque_records_300), cmocka_unit_test(test_history_bytes_1),
        cmocka_unit_test(test_history_words_8),  cmocka_unit_test(test_history_addresses_5),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
