// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Program 5 on the model of the chip, which complains of a port that has no clock, of reserved bits
// and of reads that cannot be.

#define main tour_main
#include "05_registers.c"
#undef main

#include <corten/model.h>
#include <corten/panic.h>
#include <corten/stm32f4_model.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

_Noreturn void ct_panic_end(const struct ct_panic_record *record) {
    ct_panic_print(record);
    for (;;) fail();
}

static void the_lamp_is_on(void **state) {
    (void)state;
    ct_model_stm32f4_start();
    const uint32_t mode = ct_model_peek(GPIOA->MODER), speed = ct_model_peek(GPIOA->OSPEEDR);
    lamp_on();
    assert_int_equal(ct_model_peek(GPIOA->ODR), 1u << 5);
    assert_int_equal(ct_model_peek(GPIOA->MODER), mode | 1u << 10); // the other pins as they were
    assert_int_equal(ct_model_peek(GPIOA->OSPEEDR), speed | 2u << 10);
    assert_int_equal(ct_model_peek(GPIOA->OTYPER), 0);
    assert_true(reg_get(GPIOA->IDR, GPIO_IDR_ID5)); // the wire follows
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_lamp_is_on)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
