// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Program 7 on the models of the chip's timer and converter: here the interrupts come when they
// should, and what is written to either is what the manual allows.

#define main tour_main
#include "07_interrupt.c"
#undef main

#include <corten/host.h>
#include <corten/model.h>
#include <corten/panic.h>
#include <corten/stm32f4_model.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static jmp_buf out;
static char said[200];
static size_t length;
static uint64_t line_at[4];
static unsigned lines;

_Noreturn void ct_panic_end(const struct ct_panic_record *record) {
    ct_panic_print(record);
    for (;;) fail();
}
void board_console_put(char byte) {
    if (length + 1 < sizeof said) said[length++] = byte;
    if (byte != '\n') return;
    line_at[lines++] = ct_host_now();
    if (lines == 3) longjmp(out, 1);
}
void board_console_print(const char *text) {
    while (*text) board_console_put(*text++);
}

static void forty_samples_a_line(void **state) {
    (void)state;
    ct_model_stm32f4_start();
    if (!setjmp(out)) tour_main();
    assert_string_equal(said, "32 samples, 8 lost\n32 samples, 8 lost\n32 samples, 8 lost\n");
    // 40 of 1 ms each
    assert_in_range(line_at[1] - line_at[0], 39900000, 40100000);
    assert_in_range(line_at[2] - line_at[1], 39900000, 40100000);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(forty_samples_a_line)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
