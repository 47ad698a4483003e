// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// BinaryHeap, SortedList, LinearMap, IndexMap, IndexSet, BitSet.
#include "support/cmocka.h"
#include "support/elements.h"
#include "support/expect_panic.h"
#include "support/random_test.h"

#include <corten/bitset.h>
#include <corten/heap.h>
#include <corten/index_map.h>
#include <corten/linear_map.h>
#include <corten/sorted_list.h>

static void drop(void) { fail(); }
static int worked;
static void work_on(int id) { worked = worked * 10 + id; }

struct job {
    uint32_t deadline;
    int id;
};
struct alarm {
    uint32_t at;
    int id;
};
struct peer {
    uint16_t port;
};

static void test_examples(void **state) {
    (void)state;
    static CT_HEAP(struct job, 8, CT_LEAST_BY(deadline)) jobs;
    if (ct_heap_push(&jobs, ((struct job){20, 1}))) drop();
    if (ct_heap_push(&jobs, ((struct job){10, 2}))) drop();
    struct job next;
    while (!ct_heap_pop(&jobs, &next)) work_on(next.id);
    static CT_SORTED_LIST(struct alarm, 8, CT_LEAST_BY(at)) alarms;
    if (ct_sorted_push(&alarms, ((struct alarm){20, 1}))) drop();
    if (ct_sorted_push(&alarms, ((struct alarm){10, 2}))) drop();
    CT_SORTED_EACH(&alarms, alarm) work_on(alarm->id);
    assert_int_equal(worked, 2121);

    static CT_LINEAR_MAP(uint8_t, float, 6) limits;
    if (ct_linear_map_insert(&limits, 3, 4.5f)) drop();
    float *limit = ct_linear_map_get(&limits, 3);
    assert_true(limit && *limit > 4.0f);
    assert_null(ct_linear_map_get(&limits, 4));
    unsigned keys = 0;
    CT_LINEAR_MAP_EACH(&limits, e) keys += e->key + (unsigned)(e->value > 4.0f);
    assert_int_equal(keys, 4);

    static CT_INDEX_MAP(uint32_t, struct peer, 32) peers;
    struct peer peer = {80};
    if (ct_index_map_insert(&peers, 0x1234, peer)) drop();
    struct peer *p = ct_index_map_get(&peers, 0x1234);
    assert_true(p && p->port == 80);
    CT_INDEX_MAP_EACH(&peers, e) keys += e->key + e->value.port;
    assert_int_equal(keys, 4 + 0x1234 + 80);

    static CT_BITSET(80) seen;
    unsigned count = 0;
    ct_bitset_insert(&seen, 17);
    if (ct_bitset_has(&seen, 17)) count++;
    CT_BITSET_EACH(&seen, n) count += n;
    ct_bitset_remove(&seen, 17);
    assert_int_equal(count, 18);
    assert_true(ct_bitset_is_empty(&seen));
    assert_string_equal(PANIC_OF(ct_bitset_insert(&seen, 80)), "the number is beyond the bit set");
    assert_string_equal(PANIC_OF((void)ct_bitset_has(&seen, 0xFFFFFFFF)),
                        "the number is beyond the bit set");
    CT_MAP_ENTRY(uint16_t, float) entry = {.key = 7, .value = 1.5f};
    assert_int_equal(entry.key, 7);
    assert_int_equal(ct_hash_bytes("key", 3) == ct_hash_bytes("kez", 3), false);
}

// ---- keys of other kinds: structs with the user's functions, arrays, pointers

struct name {
    char text[12];
};
static unsigned hashed;
static uint32_t hash_name(const struct name *n) {
    hashed++;
    return (uint32_t)strlen(n->text) % 3; // many collisions
}
static bool same_name(const struct name *a, const struct name *b) {
    return strcmp(a->text, b->text) == 0;
}

static void test_keys(void **state) {
    (void)state;
    static CT_INDEX_MAP(struct name, int, 5) ages;
    struct name ada = {"ada"}, eve = {"eve"}, bob = {"bob\0garbage"}, bob2 = {"bob"};
    assert_int_equal(ct_index_map_insert(&ages, ada, 36, hash_name, same_name), CT_OK);
    assert_int_equal(ct_index_map_insert(&ages, bob, 40, hash_name, same_name), CT_OK);
    assert_int_equal(ct_index_map_insert(&ages, eve, 30, hash_name, same_name), CT_OK);
    assert_int_equal(*ct_index_map_get(&ages, bob2, hash_name, same_name), 40);
    assert_int_equal(ct_index_map_remove(&ages, ada, hash_name, same_name), CT_OK);
    assert_int_equal(*ct_index_map_get(&ages, bob2, hash_name, same_name), 40);
    assert_false(ct_index_map_has(&ages, ada, hash_name, same_name));
    assert_true(hashed > 0);

    static CT_INDEX_MAP(address, word, 3) leases; // an array as the key
    address a = {1, 2, 3, 4, 5, 6}, b = {1, 2, 3, 4, 5, 7};
    assert_int_equal(ct_index_map_insert(&leases, a, 1u), CT_OK);
    assert_int_equal(ct_index_map_insert(&leases, b, 2u), CT_OK);
    assert_int_equal(*ct_index_map_get(&leases, a), 1);

    static CT_INDEX_SET(const char *, 4) words;
    static const char hello[] = "hello";
    assert_int_equal(ct_index_set_insert(&words, hello), CT_OK);
    assert_int_equal(ct_index_set_insert(&words, hello), CT_OK);
    assert_int_equal(ct_index_set_length(&words), 1);
    assert_true(ct_index_set_has(&words, hello));

    static CT_LINEAR_MAP(struct name, address, 2) cards;
    assert_int_equal(ct_linear_map_insert(&cards, bob, a, same_name), CT_OK);
    assert_memory_equal(*ct_linear_map_get(&cards, bob2, same_name), a, 6);
    assert_int_equal(ct_linear_map_remove(&cards, eve, same_name), CT_NOT_FOUND);
    assert_int_equal(ct_linear_map_remove(&cards, bob2, same_name), CT_OK);
    assert_int_equal(ct_linear_map_remove(&cards, bob2, same_name), CT_NOT_FOUND);
}

// ---- against a reference: an array of pairs, in the order in which they came

static struct pair {
    uint32_t key, stamp;
} reference[256];
static uint32_t used;

static void append(uint32_t key, uint32_t stamp) { reference[used++] = (struct pair){key, stamp}; }
static void erase(uint32_t at) {
    memmove(reference + at, reference + at + 1, (--used - at) * sizeof *reference);
}
static uint32_t find(uint32_t key) {
    uint32_t at = 0;
    while (at < used && reference[at].key != key) at++;
    return at;
}
// The least (or greatest) key; of equal ones the oldest.
static uint32_t foremost(bool least) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < used; i++)
        if (least ? reference[i].key < reference[best].key
                  : reference[i].key > reference[best].key)
            best = i;
    return best;
}

#define RANDOM(name, KINDS)                                                                        \
    static void test_##name(void **state) {                                                        \
        (void)state;                                                                               \
        assert_true(random_test((struct random_test){#name, KINDS, name##_begin, name##_step}));   \
    }

// Heaps: with the key alone, and by a member of an over-aligned element.
typedef struct __attribute__((aligned(16))) {
    uint8_t noise[5];
    int16_t key;
    uint32_t stamp;
} item;

#define HEAP(name, N, order, least)                                                                \
    static CT_HEAP(item, N, order) name;                                                           \
    static item name##_array[N];                                                                   \
    static CT_HEAP_OVER(item, order) name##_over = CT_HEAP_ON(name##_array);                       \
    typedef CT_HEAP_VIEW(item, order) name##_view;                                                 \
    static void name##_begin(void) {                                                               \
        memset(&name, 0, sizeof name);                                                             \
        ct_heap_clear(&name##_over);                                                               \
        used = 0;                                                                                  \
    }                                                                                              \
    static bool name##_step(struct random_op op) {                                                 \
        item value = {.key = (int16_t)(op.a % 50), .stamp = op.b}, other;                          \
        name##_view view = ct_heap_view(name##_view, &name);                                       \
        bool ok = true;                                                                            \
        if (op.kind < 2) {                                                                         \
            enum ct_error const expected = used < N ? CT_OK : CT_FULL;                             \
            ok = (op.kind ? ct_heap_push(&name, value) : ct_heap_push(&view, value)) == expected;  \
            ok = ok && ct_heap_push(&name##_over, value) == expected;                              \
            if (!expected) append((uint32_t)value.key, value.stamp);                               \
        } else {                                                                                   \
            enum ct_error const expected = used ? CT_OK : CT_EMPTY;                                \
            uint32_t const at = foremost(least);                                                   \
            const item *const first = ct_heap_first(&name);                                        \
            ok = (first != NULL) == (used > 0) && (!used || first->key == (int)reference[at].key); \
            ok = ok && (op.kind == 2 ? ct_heap_pop(&name, &value) : ct_heap_pop(&view, &value)) == \
                           expected;                                                               \
            ok = ok && ct_heap_pop(&name##_over, &other) == expected;                              \
            if (ok && !expected) {                                                                 \
                ok = value.key == (int)reference[at].key && other.key == value.key;                \
                uint32_t i = 0; /* any element of that key */                                      \
                while (i < used && (reference[i].key != (uint32_t)value.key ||                     \
                                    reference[i].stamp != value.stamp))                            \
                    i++;                                                                           \
                ok = ok && i < used;                                                               \
                if (ok) erase(i);                                                                  \
            }                                                                                      \
        }                                                                                          \
        uint32_t n = 0;                                                                            \
        CT_HEAP_EACH(&name, e) n++, ok = ok && ALIGNED(e);                                         \
        return ok && n == used && ct_heap_length(&name##_over) == used;                            \
    }                                                                                              \
    RANDOM(name, 4)
HEAP(heap_least_1, 1, CT_LEAST_BY(key), true)
HEAP(heap_least_37, 37, CT_LEAST_BY(key), true)
HEAP(heap_greatest_200, 200, CT_GREATEST_BY(key), false)

static void test_heap_of_numbers(void **state) {
    (void)state;
    static CT_HEAP(double, 20, CT_GREATEST) numbers;
    for (int i = 0; i < 20; i++) assert_int_equal(ct_heap_push(&numbers, (i * 7) % 20), CT_OK);
    for (int i = 19; i >= 0; i--) {
        double d = -1;
        assert_int_equal(ct_heap_pop(&numbers, &d), CT_OK);
        assert_true((int)d == i);
    }
}

#define SORTED(name, N, order, least)                                                              \
    static CT_SORTED_LIST(item, N, order) name;                                                    \
    static item name##_array[N];                                                                   \
    static CT_SORTED_LIST_OVER(item, N, order) name##_over = CT_SORTED_LIST_ON(name##_array);      \
    typedef CT_SORTED_LIST_VIEW(item, order) name##_view;                                          \
    static void name##_begin(void) {                                                               \
        memset(&name, 0, sizeof name);                                                             \
        memset(name##_over.state_, 0, sizeof name##_over.state_);                                  \
        memset(name##_over.links_, 0, sizeof name##_over.links_);                                  \
        used = 0;                                                                                  \
    }                                                                                              \
    static bool name##_step(struct random_op op) {                                                 \
        item value = {.key = (int16_t)(op.a % 30), .stamp = op.b}, other;                          \
        name##_view view = ct_sorted_view(name##_view, &name);                                     \
        bool ok = true;                                                                            \
        if (op.kind < 2) {                                                                         \
            enum ct_error const expected = used < N ? CT_OK : CT_FULL;                             \
            ok = (op.kind ? ct_sorted_push(&name, value) : ct_sorted_push(&view, value)) ==        \
                     expected &&                                                                   \
                 ct_sorted_push(&name##_over, value) == expected;                                  \
            if (!expected) append((uint32_t)value.key, value.stamp);                               \
        } else if (op.kind == 2) {                                                                 \
            enum ct_error const expected = used ? CT_OK : CT_EMPTY;                                \
            uint32_t const at = foremost(least);                                                   \
            ok = ct_sorted_pop(&name, &value) == expected &&                                       \
                 ct_sorted_pop(&name##_over, &other) == expected;                                  \
            if (!expected) {                                                                       \
                ok = ok && value.stamp == reference[at].stamp && other.stamp == value.stamp;       \
                erase(at);                                                                         \
            }                                                                                      \
        } else {                                                                                   \
            item *const element = &name.slots_[op.b % N];                                          \
            bool listed = false;                                                                   \
            CT_SORTED_EACH(&name, e) listed = listed || e == element;                              \
            if (listed) {                                                                          \
                uint32_t i = 0;                                                                    \
                while (i < used && reference[i].stamp != element->stamp) i++;                      \
                ok = i < used;                                                                     \
                /* the same one in the other list, by its stamp */                                 \
                CT_SORTED_EACH(&name##_over, e) if (ok && e->stamp == element->stamp) {            \
                    ok = ct_sorted_remove(&name##_over, e) == CT_OK;                               \
                    break;                                                                         \
                }                                                                                  \
                if (ok) erase(i);                                                                  \
            }                                                                                      \
            ok = ok && ct_sorted_remove(&view, element) == (listed ? CT_OK : CT_NOT_FOUND) &&      \
                 ct_sorted_remove(&name, &other) == CT_NOT_FOUND;                                  \
        }                                                                                          \
        uint32_t n = 0;                                                                            \
        item *last = NULL;                                                                         \
        CT_SORTED_EACH(&name, e) {                                                                 \
            ok = ok && (!last || (least ? last->key <= e->key : last->key >= e->key)) &&           \
                 ALIGNED(e);                                                                       \
            last = e;                                                                              \
            n++;                                                                                   \
        }                                                                                          \
        return ok && n == used && ct_sorted_length(&view) == used;                                 \
    }                                                                                              \
    RANDOM(name, 4)
SORTED(sorted_least_1, 1, CT_LEAST_BY(key), true)
SORTED(sorted_least_20, 20, CT_LEAST_BY(key), true)
SORTED(sorted_greatest_130, 130, CT_GREATEST_BY(key), false)

// Maps: from numbers to numbers. Keys collide often, in value and in hash.
typedef CT_MAP_ENTRY(int16_t, uint32_t) entry;
static uint32_t few_hashes(const int16_t *key) { return (uint32_t)*key % 4; }
static bool same(const int16_t *a, const int16_t *b) { return *a == *b; }

#define MAP(name, KIND, lower, N, form, ...)                                                        \
    static CT_##KIND##_OF(entry, N) name;                                                          \
    static entry name##_array[N];                                                                  \
    static form name##_over = CT_##KIND##_ON(name##_array);                                        \
    typedef CT_##KIND##_VIEW(entry) name##_view;                                                   \
    static void name##_begin(void) {                                                               \
        memset(&name, 0, sizeof name);                                                             \
        ct_##lower##_clear(&name##_over);                                                           \
        used = 0;                                                                                  \
    }                                                                                              \
    static bool name##_step(struct random_op op) {                                                 \
        int16_t const key = (int16_t)(op.a % (N + N / 2 + 2));                                     \
        uint32_t const at = find((uint32_t)key);                                                   \
        bool const there = at < used;                                                              \
        name##_view view = ct_##lower##_view(name##_view, &name);                                   \
        bool ok = true;                                                                            \
        if (op.kind < 3) {                                                                         \
            enum ct_error const expected = there || used < N ? CT_OK : CT_FULL;                    \
            ok = (op.kind ? ct_##lower##_insert(&name, key, op.b, ##__VA_ARGS__)                    \
                          : ct_##lower##_insert(&view, key, op.b, ##__VA_ARGS__)) == expected &&    \
                 ct_##lower##_insert(&name##_over, key, op.b, ##__VA_ARGS__) == expected;           \
            if (there) reference[at].stamp = op.b;                                                 \
            else if (!expected) append((uint32_t)key, op.b);                                       \
        } else if (op.kind == 3) {                                                                 \
            ok = ct_##lower##_remove(&name, key, ##__VA_ARGS__) == (there ? CT_OK : CT_NOT_FOUND);  \
            ok = ok && ct_##lower##_remove(&name##_over, key, ##__VA_ARGS__) ==                     \
                           (there ? CT_OK : CT_NOT_FOUND);                                         \
            if (there && name##_ordered) erase(at);                                                \
            else if (there) reference[at] = reference[--used];                                     \
        } else if (op.kind == 4) {                                                                 \
            ok = name##_swap_remove(key, there);                                                   \
        } else {                                                                                   \
            uint32_t *const value = ct_##lower##_get(&view, key, ##__VA_ARGS__);                    \
            ok = there ? value && *value == reference[at].stamp : !value;                          \
        }                                                                                          \
        uint32_t i = 0;                                                                            \
        CT_##KIND##_EACH(&name, e) {                                                               \
            ok = ok && i < used && (uint32_t)e->key == reference[i].key &&                         \
                 e->value == reference[i].stamp;                                                   \
            i++;                                                                                   \
        }                                                                                          \
        for (i = 0; i < used && ok; i++) {                                                         \
            uint32_t *const value =                                                                \
                ct_##lower##_get(&name##_over, (int16_t)reference[i].key, ##__VA_ARGS__);           \
            ok = value && *value == reference[i].stamp;                                            \
        }                                                                                          \
        return ok && ct_##lower##_length(&name) == used && ct_##lower##_length(&view) == used;       \
    }                                                                                              \
    RANDOM(name, 6)
#define SWAPPER(name, ...)                                                                         \
    static bool name##_swap_remove(int16_t key, bool there);
enum { linear_1_ordered = 0, linear_9_ordered = 0, index_1_ordered = 1, index_12_ordered = 1,
       index_100_ordered = 1, index_own_ordered = 1 };
static bool linear_1_swap_remove(int16_t key, bool there) { return (void)key, (void)there, true; }
static bool linear_9_swap_remove(int16_t key, bool there) { return (void)key, (void)there, true; }
SWAPPER(index_1)
SWAPPER(index_12)
SWAPPER(index_100)
SWAPPER(index_own)
MAP(linear_1, LINEAR_MAP, linear_map, 1, CT_LINEAR_MAP_OVER(entry))
MAP(linear_9, LINEAR_MAP, linear_map, 9, CT_LINEAR_MAP_OVER(entry))
MAP(index_1, INDEX_MAP, index_map, 1, CT_INDEX_MAP_OVER(entry, 1))
MAP(index_12, INDEX_MAP, index_map, 12, CT_INDEX_MAP_OVER(entry, 12))
MAP(index_100, INDEX_MAP, index_map, 100, CT_INDEX_MAP_OVER(entry, 100))
MAP(index_own, INDEX_MAP, index_map, 20, CT_INDEX_MAP_OVER(entry, 20), few_hashes, same)
#undef SWAPPER
#define SWAPPER(name, ...)                                                                         \
    static bool name##_swap_remove(int16_t key, bool there) {                                      \
        bool const ok = ct_index_map_swap_remove(&name, key, ##__VA_ARGS__) ==                     \
                            (there ? CT_OK : CT_NOT_FOUND) &&                                      \
                        ct_index_map_swap_remove(&name##_over, key, ##__VA_ARGS__) ==              \
                            (there ? CT_OK : CT_NOT_FOUND);                                        \
        if (there) reference[find((uint32_t)key)] = reference[used - 1], used--;                   \
        return ok;                                                                                 \
    }
SWAPPER(index_1)
SWAPPER(index_12)
SWAPPER(index_100)
SWAPPER(index_own, few_hashes, same)

// Bit sets: an array of bool.
static bool in[200], in_other[200];
#define BITS(name, N)                                                                              \
    static CT_BITSET(N) name, name##_other;                                                        \
    typedef CT_BITSET_VIEW name##_view;                                                            \
    static void name##_begin(void) {                                                               \
        ct_bitset_clear(&name);                                                                    \
        ct_bitset_clear(&name##_other);                                                            \
        memset(in, 0, sizeof in);                                                                  \
        memset(in_other, 0, sizeof in_other);                                                      \
    }                                                                                              \
    static bool name##_step(struct random_op op) {                                                 \
        name##_view view = ct_bitset_view(name##_view, &name);                                     \
        uint32_t const n = op.a % N;                                                               \
        switch (op.kind) {                                                                         \
        case 0: ct_bitset_insert(&name, n), in[n] = true; break;                                   \
        case 1: ct_bitset_insert(&name##_other, n), in_other[n] = true; break;                     \
        case 2: ct_bitset_remove(&view, n), in[n] = false; break;                                  \
        case 3: ct_bitset_flip(&name, n), in[n] = !in[n]; break;                                   \
        case 4:                                                                                    \
            if (op.b % 4 == 0) ct_bitset_unite(&name, &name##_other);                              \
            if (op.b % 4 == 1) ct_bitset_intersect(&name, &name##_other);                          \
            if (op.b % 4 == 2) ct_bitset_subtract(&name, &name##_other);                           \
            if (op.b % 4 == 3) ct_bitset_fill(&name);                                              \
            for (uint32_t i = 0; i < N; i++)                                                       \
                in[i] = op.b % 4 == 0   ? in[i] || in_other[i]                                     \
                        : op.b % 4 == 1 ? in[i] && in_other[i]                                     \
                        : op.b % 4 == 2 ? in[i] && !in_other[i]                                    \
                                        : true;                                                    \
            break;                                                                                 \
        }                                                                                          \
        bool ok = true;                                                                            \
        uint32_t count = 0, at = 0;                                                                \
        for (uint32_t i = 0; i < N; i++) count += in[i], ok = ok && ct_bitset_has(&name, i) == in[i]; \
        CT_BITSET_EACH(&view, number) {                                                            \
            while (at < number && !in[at]) at++;                                                   \
            ok = ok && at == number && in[at];                                                     \
            at++;                                                                                  \
        }                                                                                          \
        return ok && ct_bitset_count(&view) == count && ct_bitset_capacity(&view) == N;            \
    }                                                                                              \
    RANDOM(name, 5)
BITS(bits_1, 1)
BITS(bits_32, 32)
BITS(bits_77, 77)
BITS(bits_200, 200)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples),       cmocka_unit_test(test_keys),
        cmocka_unit_test(test_heap_least_1),   cmocka_unit_test(test_heap_least_37),
        cmocka_unit_test(test_heap_greatest_200), cmocka_unit_test(test_heap_of_numbers),
        cmocka_unit_test(test_sorted_least_1), cmocka_unit_test(test_sorted_least_20),
        cmocka_unit_test(test_sorted_greatest_130), cmocka_unit_test(test_linear_1),
        cmocka_unit_test(test_linear_9),       cmocka_unit_test(test_index_1),
        cmocka_unit_test(test_index_12),       cmocka_unit_test(test_index_100),
        cmocka_unit_test(test_index_own),      cmocka_unit_test(test_bits_1),
        cmocka_unit_test(test_bits_32),        cmocka_unit_test(test_bits_77),
        cmocka_unit_test(test_bits_200),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
