// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What each test of the STM32F4 begins with: cmocka, a chip after power-up, panics and resets that
/// are caught.
#ifndef F4_TEST_H
#define F4_TEST_H

#include <corten/model.h>
#include <corten/panic.h>
#include <corten/port.h>
#include <corten/stm32f4_model.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static jmp_buf f4_stopped;
static bool f4_is_caught;
static char f4_message[200];

/// The test's end of a panic: back to CAUGHT.
_Noreturn void ct_panic_end(const struct ct_panic_record *record) {
    if (!f4_is_caught) {
        ct_panic_print(record);
        fail();
    }
    snprintf(f4_message, sizeof f4_message, "%s", record->message);
    longjmp(f4_stopped, 1);
}
__attribute__((unused)) static void f4_reset(const char *cause) {
    if (!f4_is_caught) return;
    snprintf(f4_message, sizeof f4_message, "reset by %s", cause);
    longjmp(f4_stopped, 1);
}

/// Runs statements that must end in a panic, or in a reset of the chip, whose message has `text` in it.
#define EXPECT_STOP(text, ...)                                                                     \
    do {                                                                                           \
        f4_is_caught = true;                                                                       \
        f4_message[0] = 0;                                                                         \
        if (!setjmp(f4_stopped)) {                                                                 \
            __VA_ARGS__;                                                                           \
        }                                                                                          \
        f4_is_caught = false;                                                                      \
        ct_port_unmask_all(); /* a panic masks */                                                  \
        if (!strstr(f4_message, text)) fail_msg("not \"%s\" but \"%s\"", text, f4_message);        \
    } while (0)

/// Runs statements about which the model must complain, once, with `text`.
#define EXPECT_REPORT(text, ...)                                                                   \
    do {                                                                                           \
        ct_model_keep_reports(text);                                                               \
        __VA_ARGS__;                                                                               \
        assert_int_equal(ct_model_reports(), 1);                                                   \
        ct_model_keep_reports(NULL);                                                               \
    } while (0)

__attribute__((unused)) static int f4_open(void **state) {
    (void)state;
    ct_model_stm32f4_start();
    ct_model_on_reset = f4_reset;
    return 0;
}

/// Lets time pass as if the core were busy elsewhere.
__attribute__((unused)) static void f4_pass_us(uint64_t microseconds) { ct_host_pass(microseconds * 1000); }

#define F4_TEST(name) cmocka_unit_test_setup(name, f4_open)

#endif
