// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The blinker of programs 1 and 6 on hardware that this test plays: the same function, bound to
// another pin and timer when it runs. It never returns, so the test leaves it by a failure.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <corten/hal/mock.h>

#include "blink.h"

static struct ct_mock mock;
static jmp_buf out;

void ct_port_relax(void) {}
_Noreturn void ct_panic(const struct ct_panic_site *site) {
    (void)site;
    longjmp(out, 1);
}
void ct_mock_failed(const char *text) { fail_msg("%s", text); }

static void run(void) {
    if (!setjmp(out)) blink(ct_mock_output(&mock, "lamp"), ct_mock_countdown(&mock, "timer"), 250);
    ct_mock_end(&mock);
}

static void it_blinks(void **state) {
    (void)state;
    CT_MOCK_BEGIN(&mock, CT_MOCK_HIGH("lamp"), CT_MOCK_STARTS("timer", 250),
                  CT_MOCK_TIMES(3, CT_MOCK_WAITS("timer", CT_WOULD_BLOCK)), CT_MOCK_WAITS("timer", CT_OK),
                  CT_MOCK_LOW("lamp"), CT_MOCK_STARTS("timer", 250), CT_MOCK_WAITS("timer", CT_OK),
                  CT_MOCK_FAILS(CT_BUS, CT_MOCK_HIGH("lamp"))); // the end: a panic
    run();
}

static void it_panics_when_the_timer_cannot(void **state) {
    (void)state;
    CT_MOCK_BEGIN(&mock, CT_MOCK_HIGH("lamp"),
                  CT_MOCK_FAILS(CT_OUT_OF_RANGE, CT_MOCK_STARTS("timer", 250)));
    run();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(it_blinks),
                                       cmocka_unit_test(it_panics_when_the_timer_cannot)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
