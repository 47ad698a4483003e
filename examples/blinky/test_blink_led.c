// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The driver on mocks: the same pair of operations and object, bound at run time.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "blink_led.h"

struct bench {
    char levels[64]; // what the pin was told, one character each
    unsigned told;
    unsigned waits_left; // until the timer is over
    unsigned waited;
    uint32_t started_with;
    unsigned fails_at; // the call of the pin that fails, from 1
    enum ct_error timer_fails;
};

// What a busy wait does on the host; here no time has to pass.
void ct_port_relax(void) {}

static enum ct_error tell(struct bench *bench, char level) {
    bench->levels[bench->told++] = level;
    return bench->told == bench->fails_at ? CT_BUS : CT_OK;
}
static enum ct_error set_high(void *object) { return tell(object, 'H'); }
static enum ct_error set_low(void *object) { return tell(object, 'L'); }
static enum ct_error toggle(void *object) { return tell(object, 'T'); }
static const struct ct_output_ops pin_ops = {set_high, set_low, toggle, NULL};

static enum ct_error start(void *object, uint32_t microseconds) {
    struct bench *bench = object;
    bench->started_with = microseconds;
    bench->waits_left = 3;
    return bench->timer_fails;
}
static enum ct_error wait(void *object) {
    struct bench *bench = object;
    bench->waited++;
    return --bench->waits_left ? CT_WOULD_BLOCK : CT_OK;
}
static enum ct_error cancel(void *object) {
    (void)object;
    return CT_INVALID;
}
static const struct ct_countdown_ops timer_ops = {start, wait, cancel};

static enum ct_error blink(struct bench *bench, uint32_t times) {
    return blink_led((struct ct_output_pin){&pin_ops, bench}, (struct ct_countdown){&timer_ops, bench},
                     times, 777);
}

static void blinks_as_often_as_asked(void **state) {
    (void)state;
    struct bench bench = {0};
    assert_int_equal(blink(&bench, 3), CT_OK);
    assert_string_equal(bench.levels, "HLHLHL");
    assert_int_equal(bench.waited, 6 * 3);
    assert_int_equal(bench.started_with, 777);
}

static void does_nothing_zero_times(void **state) {
    (void)state;
    struct bench bench = {0};
    assert_int_equal(blink(&bench, 0), CT_OK);
    assert_string_equal(bench.levels, "");
}

static void stops_at_the_pins_error(void **state) {
    (void)state;
    struct bench bench = {.fails_at = 2};
    assert_int_equal(blink(&bench, 3), CT_BUS);
    assert_string_equal(bench.levels, "HL");
}

static void stops_at_the_timers_error(void **state) {
    (void)state;
    struct bench bench = {.timer_fails = CT_OUT_OF_RANGE};
    assert_int_equal(blink(&bench, 3), CT_OUT_OF_RANGE);
    assert_string_equal(bench.levels, "H");
}

static void a_pin_may_not_know_its_level(void **state) {
    (void)state;
    struct bench bench = {0};
    assert_int_equal(ct_output_is_set_high((struct ct_output_pin){&pin_ops, &bench}), CT_UNSUPPORTED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blinks_as_often_as_asked),
        cmocka_unit_test(does_nothing_zero_times),
        cmocka_unit_test(stops_at_the_pins_error),
        cmocka_unit_test(stops_at_the_timers_error),
        cmocka_unit_test(a_pin_may_not_know_its_level),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
