// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Counters of few bits, so that every case can be tried: what time they tell while they wrap and their
// handler is late, whether an alarm that is set too late comes all the same, and whole clocks.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <corten/app/monotonic.h>

unsigned stub_masked, stub_maskings, stub_posts;

/* ---- the arithmetic, all of it */

static void every_time_of_small_counters(void **unused) {
    (void)unused;
    for (uint32_t bits = 2; bits <= 8; bits++) {
        const uint32_t half = 1u << (bits - 1);
        for (uint64_t time = 0; time < 6 * half; time++) {
            const uint32_t counter = (uint32_t)time & (2 * half - 1), now = (uint32_t)(time / half);
            for (uint32_t late = 0; late <= 1 && late <= now; late++) {
                assert_int_equal(ct_half_period_time(now - late, counter, half), time);
                assert_int_equal(ct_half_period_next(now - late, counter, half), now);
            }
        }
    }
}
static void the_ends_of_large_counters(void **unused) {
    (void)unused;
    static const uint32_t bits[] = {16, 24, 31, 32};
    for (unsigned i = 0; i < CT_COUNT(bits); i++) {
        const uint64_t half = 1ull << (bits[i] - 1);
        for (uint64_t halves = 0; halves < 0xFFFFFFF0u; halves = halves < 8 ? halves + 1 : halves * 3)
            for (uint64_t into = 0; into < 2 * half; into += into < 2 || into > 2 * half - 3 ? 1 : half / 2 - 1) {
                const uint64_t time = halves * half + into;
                assert_int_equal(ct_half_period_time((uint32_t)halves, (uint32_t)(time % (2 * half)), (uint32_t)half), time);
            }
    }
}

/* ---- a counter under control */

enum { BITS = 3, HALF = 1 << (BITS - 1), PERIOD = 1 << BITS };
static uint64_t time_now; // what the counter shows the lower bits of
static volatile uint32_t halves;

static uint32_t read_plainly(void) { return (uint32_t)time_now & (PERIOD - 1); }
static uint64_t ring_at; // 0: no alarm
static void set_alarm(uint32_t at) {
    const uint64_t ahead = (at - (uint32_t)time_now) & (PERIOD - 1);
    ring_at = time_now + (ahead ? ahead : PERIOD);
}
static const struct ct_counter plain = {read_plainly, set_alarm, BITS, 1, 7};

/// Time goes on; false when the handler would be later than is allowed.
static bool pass(unsigned ticks) {
    time_now += ticks;
    return time_now < (halves + 2ull) * HALF;
}
static void handler(void) { (void)ct_counter_advance(plain, &halves); }

// What happens before and after each read of the counter: for each of three reads a number of
// ticks, the handler or not, more ticks, the handler or not.
static unsigned script[6], reads;
static bool impossible;
static uint64_t read_at;
static void happen(unsigned what) {
    if (!pass(what % 6)) impossible = true;
    if (!impossible && what / 6 % 2) handler();
    if (!pass(what / 12 % 6)) impossible = true;
    if (!impossible && what / 72) handler();
}
static uint32_t read_with_script(void) {
    if (reads < 3) happen(script[2 * reads]);
    read_at = time_now;
    const uint32_t value = read_plainly();
    if (reads < 3) happen(script[2 * reads + 1]);
    reads++;
    return value;
}

static unsigned tried;
static void one_script(uint64_t start, unsigned late) {
    time_now = start;
    halves = (uint32_t)(start / HALF) - late;
    reads = 0;
    impossible = false;
    const struct ct_counter counter = {read_with_script, set_alarm, BITS, 1, 7};
    const uint64_t told = ct_counter_now(counter, &halves);
    if (impossible) return;
    tried++;
    assert_int_equal(told, read_at);
}
static void now_is_right_whatever_comes_between(void **unused) {
    (void)unused;
    tried = 0;
    for (uint64_t start = PERIOD; start < 2 * PERIOD; start++)
        for (unsigned late = 0; late <= 1; late++)
            for (unsigned before = 0; before < 144; before++)
                for (unsigned after = 0; after < 144; after++) {
                    memset(script, 0, sizeof script);
                    script[0] = before;
                    script[1] = after;
                    one_script(start, late);
                    for (unsigned again = 0; again < 144; again += 7) { // the second read as well
                        script[2] = again;
                        script[3] = (again * 5 + before) % 144;
                        one_script(start, late);
                    }
                }
    assert_true(tried > 100000);
}

/* ---- an alarm that is set while the counter goes on */

static unsigned lag_before, lag_between, lag_after;
static void set_alarm_slowly(uint32_t at) {
    time_now += lag_before;
    set_alarm(at);
    time_now += lag_between;
}
static uint32_t read_slowly(void) {
    time_now += lag_after;
    return read_plainly();
}
static void an_alarm_is_never_missed(void **unused) {
    (void)unused;
    for (unsigned least = 1; least <= 2; least++)
        for (uint64_t start = PERIOD; start < 2 * PERIOD; start++)
            for (unsigned ticks = 1; ticks <= HALF; ticks++)
                for (unsigned code = 0; code < 64; code++) {
                    lag_before = code % 4;
                    lag_between = code / 4 % 4;
                    lag_after = code / 16;
                    if (lag_before + lag_between + lag_after >= PERIOD) continue; // a whole period
                    time_now = start;
                    stub_posts = 0;
                    const struct ct_counter slow = {read_slowly, set_alarm_slowly, BITS, least, 7};
                    ct_counter_alarm_in(slow, (uint32_t)start & (PERIOD - 1), ticks);
                    // it was set at `start + lag_before`, and works when that is `least` ahead
                    const bool works = lag_before + least <= ticks;
                    assert_true(works || stub_posts > 0);
                    if (works) assert_int_equal(ring_at, start + ticks);
                    if (lag_before + lag_between + lag_after == 0 && ticks > least) assert_int_equal(stub_posts, 0);
                }
}

/* ---- a clock */

enum { TIMERS = 10 };
static uintptr_t heap[CT_TIMER_HEAP_WIDE_WORDS(TIMERS)];
static struct ct_timer timer[TIMERS];
static struct {
    bool waits;
    uint64_t due;
} table[TIMERS];
static unsigned expirations, handled;

static uint32_t state = 99;
static uint32_t random_number(void) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}
static void expire(struct ct_timer *which) {
    const unsigned n = (unsigned)(which - timer);
    assert_true(stub_masked > 0 && table[n].waits && table[n].due <= time_now);
    assert_true(time_now - table[n].due < HALF);
    table[n].waits = false;
    expirations++;
}
static void the_handler(void) {
    handled++;
    ring_at = 0;
    ct_clock_run_(plain, &halves, heap, true);
    assert_true(ring_at > time_now && ring_at - time_now <= HALF); // the next half at the latest
}
static void insert(unsigned n) { // as a task would
    const ct_port_mask_t before = ct_port_mask();
    const uint64_t now = ct_counter_advance(plain, &halves);
    table[n].waits = true;
    table[n].due = now + 1 + random_number() % (random_number() % 4 ? 12 : 70);
    ct_timer_wide_insert(heap, &timer[n], table[n].due, expire);
    if (timer[n].position == 1) ct_counter_arm(plain, now, table[n].due);
    ct_port_unmask(before);
}
static void a_clock_on_three_bits(void **unused) {
    (void)unused;
    time_now = halves = 0;
    stub_posts = 0;
    the_handler(); // the start
    unsigned late = 0;
    for (unsigned step = 0; step < 400000; step++) {
        assert_int_equal(ct_counter_now(plain, &halves), time_now);
        if (random_number() % 3 == 0) {
            const unsigned n = random_number() % TIMERS;
            if (!table[n].waits) {
                insert(n);
            } else if (random_number() % 3 == 0) {
                const struct ct_timer_handle handle = {&timer[n], timer[n].stamp};
                assert_true(ct_timer_wide_remove(heap, handle));
                table[n].waits = false;
            }
        }
        if (stub_posts) { // at once
            stub_posts = 0;
            the_handler();
        }
        time_now++;
        if (ring_at && time_now >= ring_at) { // masked for up to half a period
            if (late == 0) late = 1 + random_number() % (HALF - 1);
            if (--late == 0) the_handler();
        }
    }
    assert_true(expirations > 20000);
    assert_true(handled < 400000 / 2); // and none for nothing in particular
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_time_of_small_counters),
        cmocka_unit_test(the_ends_of_large_counters),
        cmocka_unit_test(now_is_right_whatever_comes_between),
        cmocka_unit_test(an_alarm_is_never_missed),
        cmocka_unit_test(a_clock_on_three_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
