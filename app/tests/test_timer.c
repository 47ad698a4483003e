// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The three timer queues against a table: what expires when and in which order, with random
// insertions, removals and moves, near the wrap of the clock and away from it; and every small case.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <corten/app/timer_queue.h>
#include <corten/port.h>

unsigned stub_masked, stub_maskings;

/* ---- the queues, behind one face */

enum { TIMERS = 24 };
static uintptr_t narrow_heap[CT_TIMER_HEAP_WORDS(TIMERS)], wide_heap[CT_TIMER_HEAP_WIDE_WORDS(TIMERS)];

struct queue {
    const char *name;
    void (*insert)(struct ct_timer *, uint64_t due, void (*)(struct ct_timer *));
    void (*insert_again)(struct ct_timer *, uint64_t due, void (*)(struct ct_timer *));
    bool (*remove)(struct ct_timer_handle);
    bool (*expire)(uint64_t now);
    bool wraps; // instants have 32 bits
};
typedef void expire_function(struct ct_timer *);

static void list_insert(struct ct_timer *t, uint64_t due, expire_function *e) {
    ct_timer_list_insert(t, (uint32_t)due, e);
}
static void list_again(struct ct_timer *t, uint64_t due, expire_function *e) {
    ct_timer_list_insert_again(t, (uint32_t)due, e);
}
static bool list_expire(uint64_t now) { return ct_timer_list_expire((uint32_t)now); }
static void heap_insert(struct ct_timer *t, uint64_t due, expire_function *e) {
    ct_timer_heap_insert(narrow_heap, t, (uint32_t)due, e);
}
static void heap_again(struct ct_timer *t, uint64_t due, expire_function *e) {
    ct_timer_heap_insert_again(narrow_heap, t, (uint32_t)due, e);
}
static bool heap_remove(struct ct_timer_handle h) { return ct_timer_heap_remove(narrow_heap, h); }
static bool heap_expire(uint64_t now) { return ct_timer_heap_expire(narrow_heap, (uint32_t)now); }
static void wide_insert(struct ct_timer *t, uint64_t due, expire_function *e) {
    ct_timer_wide_insert(wide_heap, t, due, e);
}
static void wide_again(struct ct_timer *t, uint64_t due, expire_function *e) {
    ct_timer_wide_insert_again(wide_heap, t, due, e);
}
static bool wide_remove(struct ct_timer_handle h) { return ct_timer_wide_remove(wide_heap, h); }
static bool wide_expire(uint64_t now) { return ct_timer_wide_expire(wide_heap, now); }

static const struct queue queues[] = {
    {"list", list_insert, list_again, ct_timer_list_remove, list_expire, true},
    {"heap", heap_insert, heap_again, heap_remove, heap_expire, true},
    {"wide", wide_insert, wide_again, wide_remove, wide_expire, false},
};
static const struct queue *queue;

/* ---- the table */

static struct ct_timer timer[TIMERS];
static struct {
    bool waits;
    uint64_t due, order;
} table[TIMERS];
static uint64_t now, sent;
static unsigned expired_count;
static bool reinsert;

static uint32_t state = 7;
static uint32_t random_number(void) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

static void expire(struct ct_timer *which);
static void insert(unsigned n, uint64_t due) {
    table[n].waits = true;
    table[n].due = due;
    table[n].order = sent++;
    queue->insert(&timer[n], due, expire);
}
static struct ct_timer_handle handle_of(unsigned n) {
    return (struct ct_timer_handle){&timer[n], timer[n].stamp};
}

static void expire(struct ct_timer *which) {
    const unsigned n = (unsigned)(which - timer);
    assert_null(which->expire); // free again
    assert_true(table[n].waits);
    assert_true(table[n].due <= now);
    for (unsigned m = 0; m < TIMERS; m++) // nobody should have come before
        if (table[m].waits && m != n)
            assert_true(table[m].due > table[n].due ||
                        (table[m].due == table[n].due && table[m].order > table[n].order));
    table[n].waits = false;
    expired_count++;
    if (reinsert && random_number() % 4 == 0) insert(n, now + 1 + random_number() % 5);
}

static void expire_all_due(void) {
    while (queue->expire(now)) {}
    for (unsigned n = 0; n < TIMERS; n++) assert_false(table[n].waits && table[n].due <= now);
}

static void is_well_formed(void) {
    unsigned waiting = 0;
    for (unsigned n = 0; n < TIMERS; n++) {
        waiting += table[n].waits;
        assert_int_equal(timer[n].expire != NULL, table[n].waits);
    }
    if (queue->insert == list_insert) {
        for (const struct ct_timer *at = ct_time.first; at; at = at->next) waiting--;
        assert_int_equal(waiting, 0);
        return;
    }
    const bool wide = queue->insert == wide_insert;
    const uintptr_t *heap = wide ? wide_heap : narrow_heap;
    assert_int_equal(heap[0], waiting);
    for (unsigned i = 1; i <= waiting; i++) {
        const struct ct_timer *at = (const struct ct_timer *)heap[wide ? 2 * i : i];
        assert_int_equal(at->position, i);
        assert_int_equal(at->due, (uint32_t)table[at - timer].due);
    }
    assert_int_equal(heap[wide ? 2 : 1] == 0, waiting == 0);
    if (wide && !waiting) assert_true(ct_timer_wide_first_due(heap) == UINT64_MAX);
}

static void begin(const struct queue *with, uint64_t at) {
    queue = with;
    memset(timer, 0, sizeof timer);
    memset(table, 0, sizeof table);
    memset(narrow_heap, 0, sizeof narrow_heap);
    memset(wide_heap, 0, sizeof wide_heap);
    ct_time.first = NULL;
    now = at;
    reinsert = false;
}

/* ---- random operations */

static void runs_like_the_table_from(uint64_t at, uint32_t stamps) {
    for (unsigned q = 0; q < CT_COUNT(queues); q++) {
        begin(&queues[q], at);
        ct_time.stamp = stamps;
        reinsert = true;
        for (unsigned step = 0; step < 20000; step++) {
            const unsigned n = random_number() % TIMERS;
            const uint64_t later = now + 1 + random_number() % (random_number() % 8 ? 12 : 90);
            switch (random_number() % 6) {
            case 0:
            case 1:
                if (!table[n].waits) insert(n, later);
                break;
            case 2: {
                const struct ct_timer_handle stale = {&timer[n], timer[n].stamp - 1};
                assert_false(queue->remove(stale));
                assert_int_equal(queue->remove(handle_of(n)), table[n].waits);
                assert_false(queue->remove(handle_of(n)));
                table[n].waits = false;
                break;
            }
            case 3: { // moved: the handle stays good, its place among equals too
                const struct ct_timer_handle handle = handle_of(n);
                if (!queue->remove(handle)) break;
                table[n].due = later;
                queue->insert_again(&timer[n], later, expire);
                assert_true(ct_timer_waits(handle));
                break;
            }
            default:
                now++;
                expire_all_due();
            }
            if (step % 16 == 0) is_well_formed();
        }
        assert_true(expired_count > 1000);
        reinsert = false;
        now += 100;
        expire_all_due();
        is_well_formed();
    }
}

static void far_from_the_wrap(void **unused) {
    (void)unused;
    runs_like_the_table_from(1000, 0);
}
static void over_the_wrap(void **unused) {
    (void)unused;
    runs_like_the_table_from(0xFFFFFFFF - 3000, 0xFFFFFFFF - 1000);
}
static void over_the_sign(void **unused) {
    (void)unused;
    runs_like_the_table_from(0x7FFFFFFF - 3000, 0x7FFFFFFF - 1000);
}

/* ---- every small case */

/// Up to SMALL timers with every choice of three instants; none or any one removed or moved.
enum { SMALL = 6, KEYS = 3 };
static void small_case(unsigned count, unsigned code, unsigned victim, unsigned key) {
    for (unsigned n = 0; n < count; n++, code /= KEYS) insert(n, now + 10 + code % KEYS);
    if (victim < count) {
        assert_true(queue->remove(handle_of(victim)));
        table[victim].waits = false;
        if (key < KEYS) {
            table[victim].waits = true;
            table[victim].due = now + 10 + key;
            queue->insert_again(&timer[victim], now + 10 + key, expire);
        }
    }
    for (unsigned t = 0; t < 10 + KEYS; t++) {
        now++;
        expire_all_due();
    }
    for (unsigned n = 0; n < count; n++) assert_false(table[n].waits);
}
static void every_small_case(void **unused) {
    (void)unused;
    for (unsigned q = 0; q < CT_COUNT(queues); q++) {
        begin(&queues[q], 0);
        for (unsigned count = 1, codes = KEYS; count <= SMALL; count++, codes *= KEYS)
            for (unsigned code = 0; code < codes; code++) {
                small_case(count, code, count, 0);
                for (unsigned victim = 0; victim < count; victim++)
                    for (unsigned key = 0; key <= KEYS; key++) small_case(count, code, victim, key);
            }
        is_well_formed();
    }
}

/* ---- the ends of the range, and masking */

static void the_farthest_instant(void **unused) {
    (void)unused;
    for (unsigned q = 0; q < CT_COUNT(queues); q++) {
        begin(&queues[q], 5);
        const uint64_t far = queue->wraps ? 5u + 0x7FFFFFFFu : UINT64_MAX - 1;
        insert(0, far);
        insert(1, 6);
        now = 6;
        expire_all_due();
        assert_true(table[0].waits && !table[1].waits);
        now = far - 1;
        assert_false(queue->expire(now));
        now = far;
        expire_all_due();
    }
}

static unsigned masked_when_expired;
static void note_masking(struct ct_timer *which) {
    (void)which;
    masked_when_expired += stub_masked > 0;
}
static void expires_one_at_a_time_masked(void **unused) {
    (void)unused;
    for (unsigned q = 0; q < 2; q++) {
        begin(&queues[q], 0);
        ct_time.now = 9;
        for (unsigned n = 0; n < 3; n++) queue->insert(&timer[n], 7 + n, note_masking);
        masked_when_expired = stub_maskings = 0;
        if (q)
            ct_timer_heap_expire_due(narrow_heap);
        else
            ct_timer_list_expire_due();
        assert_int_equal(masked_when_expired, 3);
        assert_int_equal(stub_maskings, 3 + q); // each by itself; the heap looks once more
        assert_int_equal(stub_masked, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(far_from_the_wrap),    cmocka_unit_test(over_the_wrap),
        cmocka_unit_test(over_the_sign),        cmocka_unit_test(every_small_case),
        cmocka_unit_test(the_farthest_instant), cmocka_unit_test(expires_one_at_a_time_masked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
