// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The blinker of programs 1 and 6 on a mock: the same function, bound to another pin and timer when
// it runs. It never returns, so the mock leaves it.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "blink.h"

static struct mock {
    char levels[8];
    unsigned told, waits, started_with, panics;
    enum ct_error fails;
} mock;
static jmp_buf out;

void ct_port_relax(void) {}
_Noreturn void ct_panic(const struct ct_panic_site *site) {
    (void)site;
    mock.panics++;
    longjmp(out, 1);
}

static enum ct_error tell(char level) {
    if (mock.told == 6) longjmp(out, 1);
    mock.levels[mock.told++] = level;
    return mock.fails;
}
static enum ct_error set_high(void *object) { return (void)object, tell('H'); }
static enum ct_error set_low(void *object) { return (void)object, tell('L'); }
static enum ct_error toggle(void *object) { return (void)object, tell('T'); }
static const struct ct_output_ops pin = {set_high, set_low, toggle, NULL};

static enum ct_error start(void *object, uint32_t microseconds) {
    (void)object;
    mock.started_with = microseconds;
    mock.waits = 0;
    return CT_OK;
}
static enum ct_error wait(void *object) { return (void)object, ++mock.waits < 3 ? CT_WOULD_BLOCK : CT_OK; }
static enum ct_error cancel(void *object) { return (void)object, CT_INVALID; }
static const struct ct_countdown_ops timer = {start, wait, cancel};

static void run(void) {
    if (!setjmp(out)) blink((struct ct_output_pin){&pin, NULL}, (struct ct_countdown){&timer, NULL}, 250);
}

static void it_blinks(void **state) {
    (void)state;
    mock = (struct mock){0};
    run();
    assert_string_equal(mock.levels, "HLHLHL");
    assert_int_equal(mock.started_with, 250);
    assert_int_equal(mock.waits, 3);
    assert_int_equal(mock.panics, 0);
}

static void it_says_when_the_pin_fails(void **state) {
    (void)state;
    mock = (struct mock){.fails = CT_BUS};
    run();
    assert_string_equal(mock.levels, "H");
    assert_int_equal(mock.panics, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(it_blinks),
                                       cmocka_unit_test(it_says_when_the_pin_fails)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
