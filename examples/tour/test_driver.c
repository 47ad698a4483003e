// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Program 6 on the model of the chip: both pins, and no other, follow the blinker.

#define main tour_main
#include "06_driver.c"
#undef main

#include <corten/model.h>
#include <corten/panic.h>
#include <corten/stm32f4_model.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static jmp_buf out;
static unsigned starts;

_Noreturn void ct_panic_end(const struct ct_panic_record *record) {
    ct_panic_print(record);
    for (;;) fail();
}
void board_console_put(char byte) { (void)byte; }
void board_console_print(const char *text) { (void)text; }

// Looks at the port each time the blinker begins to wait.
static enum ct_error start(void *object, uint32_t microseconds) {
    (void)object;
    assert_int_equal(microseconds, BLINK_US);
    assert_int_equal(ct_model_peek(GPIOA->ODR), starts % 2 ? 0 : 3u << 8);
    assert_int_equal(reg_get(GPIOA->IDR, GPIO_IDR_ID8), starts % 2 ? 0 : 1);
    if (++starts == 5) longjmp(out, 1);
    return CT_OK;
}
static enum ct_error wait(void *object) { return (void)object, CT_OK; }
const struct ct_countdown_ops native_timer = {start, wait, wait};

static void both_pins_blink(void **state) {
    (void)state;
    ct_model_stm32f4_start();
    if (!setjmp(out)) tour_main();
    assert_int_equal(starts, 5);
    assert_int_equal(ct_model_peek(GPIOA->MODER) >> 16 & 0xF, 5); // and they are outputs
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(both_pins_blink)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
