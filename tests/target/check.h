// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What the target tests say things with.
///
///     CHECK(count == 3);      // prints the condition and ends with status 2 when it does not hold
///     CHECK_EQUAL(count, 3);  // prints both numbers
///     DONE();                 // ends with status 0
#ifndef TESTS_TARGET_CHECK_H
#define TESTS_TARGET_CHECK_H

#include <corten/semihosting.h>

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) check_failed(__LINE__, #condition);                                      \
    } while (0)
#define CHECK_EQUAL(is, wanted) check_equal(__LINE__, #is, (uint32_t)(is), (uint32_t)(wanted))
#define DONE()                  ct_semihosting_exit(0)

__attribute__((unused)) static void say(const char *text, uint32_t number) {
    ct_semihosting_print(text);
    ct_semihosting_print_u32(number);
    ct_semihosting_print("\n");
}

__attribute__((unused, noinline)) static _Noreturn void check_failed(uint32_t line, const char *what) {
    ct_semihosting_print("line ");
    ct_semihosting_print_u32(line);
    ct_semihosting_print(": not true: ");
    ct_semihosting_print(what);
    ct_semihosting_print("\n");
    ct_semihosting_exit(2);
}

__attribute__((unused, noinline)) static void check_equal(uint32_t line, const char *what,
                                                          uint32_t is, uint32_t wanted) {
    if (is == wanted) return;
    ct_semihosting_print(what);
    say(" is ", is);
    say("but must be ", wanted);
    check_failed(line, what);
}

#endif
