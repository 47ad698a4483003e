// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The timer queue against a table of instants: what expires at which tick, in which order, with
// random insertions and removals, near the wrap of the clock and away from it.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <corten/app/timer.h>
#include <corten/port.h>

unsigned stub_masked, stub_maskings;

enum { TIMERS = 24 };
static struct ct_timer timer[TIMERS];
static struct {
    bool waits;
    uint32_t due, order;
} table[TIMERS];
static uint32_t insertions, expired_count, last_due, last_order;
static bool reinsert;

static uint32_t state = 7;
static uint32_t random_number(void) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

static void expire(struct ct_timer *which);
static void insert(unsigned n, uint32_t due) {
    table[n].waits = true;
    table[n].due = due;
    table[n].order = insertions++;
    const ct_port_mask_t before = ct_port_mask();
    ct_timer_insert(&timer[n], (struct ct_instant){due}, expire);
    ct_port_unmask(before);
}

static void expire(struct ct_timer *which) {
    const unsigned n = (unsigned)(which - timer);
    assert_true(stub_masked > 0);
    assert_null(which->expire); // free again
    assert_true(table[n].waits);
    assert_int_equal(table[n].due, ct_now().tick); // not early, not late
    if (expired_count++ && table[n].due == last_due) assert_true(table[n].order > last_order);
    last_due = table[n].due;
    last_order = table[n].order;
    table[n].waits = false;
    if (reinsert && random_number() % 4 == 0) insert(n, ct_now().tick + 1 + random_number() % 5);
}

static void tick(void) {
    ct_time_tick();
    for (unsigned n = 0; n < TIMERS; n++) // nothing is forgotten
        assert_false(table[n].waits && (int32_t)(table[n].due - ct_now().tick) <= 0);
    unsigned waiting = 0;
    for (unsigned n = 0; n < TIMERS; n++) waiting += table[n].waits;
    uint32_t before = ct_now().tick;
    for (struct ct_timer *at = ct_time.first; at; at = at->next, waiting--) {
        assert_true((int32_t)(at->due.tick - before) >= 0);
        before = at->due.tick;
    }
    assert_int_equal(waiting, 0);
}

static void runs_like_a_table_from(uint32_t begin) {
    memset(timer, 0, sizeof timer);
    memset(table, 0, sizeof table);
    ct_time.now = begin;
    ct_time.first = NULL;
    reinsert = true;
    for (unsigned step = 0; step < 20000; step++) {
        const unsigned n = random_number() % TIMERS;
        switch (random_number() % 3) {
        case 0:
            if (!table[n].waits)
                insert(n, ct_now().tick + 1 + random_number() % (random_number() % 8 ? 12 : 90));
            break;
        case 1:
            if (random_number() % 4 == 0) {
                const struct ct_timer_handle handle = {&timer[n], timer[n].generation};
                const struct ct_timer_handle stale = {&timer[n], timer[n].generation - 1};
                assert_false(ct_timer_remove(stale));
                assert_int_equal(ct_timer_remove(handle), table[n].waits);
                assert_false(ct_timer_remove(handle));
                table[n].waits = false;
            }
            break;
        default: tick();
        }
    }
    reinsert = false;
    for (unsigned n = 0; n < 100; n++) tick();
    assert_null(ct_time.first);
}

static void far_from_the_wrap(void **unused) {
    (void)unused;
    runs_like_a_table_from(1000);
}
static void over_the_wrap(void **unused) {
    (void)unused;
    runs_like_a_table_from(0xFFFFFFFF - 3000);
}
static void over_the_sign(void **unused) {
    (void)unused;
    runs_like_a_table_from(0x7FFFFFFF - 3000);
}

static void the_farthest_instant(void **unused) {
    (void)unused;
    memset(timer, 0, sizeof timer);
    memset(table, 0, sizeof table);
    ct_time.now = 5;
    ct_time.first = NULL;
    insert(0, 5u + 0x7FFFFFFFu);
    insert(1, 6);
    assert_ptr_equal(ct_time.first, &timer[1]);
    assert_false(ct_instant_has_come((struct ct_instant){5u + 0x7FFFFFFFu}));
    assert_true(ct_instant_has_come((struct ct_instant){5}));
    assert_true(ct_instant_has_come((struct ct_instant){4}));
    tick();
    assert_ptr_equal(ct_time.first, &timer[0]);
}

static void an_empty_tick_masks_nothing(void **unused) {
    (void)unused;
    ct_time.first = NULL;
    memset(table, 0, sizeof table);
    stub_maskings = 0;
    tick();
    assert_int_equal(stub_maskings, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(far_from_the_wrap),    cmocka_unit_test(over_the_wrap),
        cmocka_unit_test(over_the_sign),        cmocka_unit_test(the_farthest_instant),
        cmocka_unit_test(an_empty_tick_masks_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
