// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Pins and wires, in the model.
#include "f4_test.h"

#include <corten/registers.h>

enum { LAMP = CT_MODEL_PIN('A', 5), SENSE = CT_MODEL_PIN('B', 7) };

static struct ct_model_watch watch;
static unsigned changes;
static bool seen;
static void changed(struct ct_model_watch *w, bool high) {
    assert_ptr_equal(w, &watch);
    changes++;
    seen = high;
}

static int open(void **state) {
    f4_open(state);
    reg_set(RCC->AHB1ENR, RCC_AHB1ENR_GPIOAEN, RCC_AHB1ENR_GPIOBEN);
    (void)reg_raw(RCC->AHB1ENR);
    return 0;
}

static void an_output_drives_a_wire(void **state) {
    (void)state;
    ct_model_wire(LAMP, SENSE);
    changes = 0;
    ct_model_pin_watch(&watch, SENSE, changed);
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER5_Output);
    reg_write(GPIOA->BSRR, GPIO_BSRR_BS_Set(5));
    assert_true(reg_get(GPIOB->IDR, GPIO_IDR_ID(7)));
    assert_true(reg_get(GPIOA->IDR, GPIO_IDR_ID(5)));
    assert_int_equal(changes, 1);
    assert_true(seen);
    reg_write_raw(GPIOA->BSRR, 1u << 5 | 1u << 21); // set wins
    assert_int_equal(changes, 1);
    reg_write(GPIOA->BSRR, GPIO_BSRR_BR_Reset(5));
    assert_false(reg_get(GPIOB->IDR, GPIO_IDR_ID(7)));
    EXPECT_REPORT("the wire of PA5 is driven high and low at once",
                  reg_write(GPIOB->BSRR, GPIO_BSRR_BS_Set(7)); reg_modify(GPIOB->MODER, GPIO_MODER_MODER7_Output));
}

static void open_drain_needs_a_pull(void **state) {
    (void)state;
    static struct ct_model_drive slave;
    ct_model_attach(&slave, LAMP);
    reg_modify(GPIOA->OTYPER, GPIO_OTYPER_OT5_OpenDrain);
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER5_Output);
    assert_false(ct_model_pin_level(LAMP));
    reg_write(GPIOA->BSRR, GPIO_BSRR_BS_Set(5));
    assert_false(ct_model_pin_level(LAMP)); // floats: as it was
    reg_modify(GPIOA->PUPDR, GPIO_PUPDR_PUPD5_PullUp);
    assert_true(ct_model_pin_level(LAMP));
    ct_model_drive(&slave, CT_MODEL_LOW);
    assert_false(ct_model_pin_level(LAMP));
    ct_model_drive(&slave, CT_MODEL_FLOATS);
    assert_true(ct_model_pin_level(LAMP));
}

static void a_peripheral_drives_its_alternate_function_only(void **state) {
    (void)state;
    ct_model_pin_put(LAMP, 5, CT_MODEL_HIGH);
    assert_false(ct_model_pin_level(LAMP));
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER5_Alternate);
    assert_false(ct_model_pin_level(LAMP));
    reg_modify(GPIOA->AFR[0], GPIO_AFR_AFSEL(5, 5));
    assert_true(ct_model_pin_level(LAMP));
    assert_true(ct_model_pin_is(LAMP, 5));
    assert_false(ct_model_pin_is(LAMP, 1));
}

static void lock(uint32_t mask) {
    reg_write_raw(GPIOA->LCKR, 1u << 16 | mask);
    reg_write_raw(GPIOA->LCKR, mask);
    reg_write_raw(GPIOA->LCKR, 1u << 16 | mask);
}

static void a_locked_pin_keeps_its_mode(void **state) {
    (void)state;
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER5_Output);
    reg_write_raw(GPIOA->LCKR, 1u << 16 | 1u << 5); // not the sequence
    assert_false(reg_raw(GPIOA->LCKR) >> 16 & 1);
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER5_Input);
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER5_Output);
    lock(1u << 5);
    assert_int_equal(reg_raw(GPIOA->LCKR), 1u << 16 | 1u << 5);
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER5_Input, GPIO_MODER_MODER6_Output);
    assert_true(reg_is(GPIOA->MODER, GPIO_MODER_MODER5_Output, GPIO_MODER_MODER6_Output));
    reg_write(GPIOA->BSRR, GPIO_BSRR_BS_Set(5)); // its level is free
    assert_true(ct_model_pin_level(LAMP));
}

static int ask(void *context) { return *(int *)context; }
static void voltages(void **state) {
    (void)state;
    int millivolts = 1234;
    assert_int_equal(ct_model_pin_millivolts(SENSE), 0);
    ct_model_pin_set_millivolts(SENSE, 700);
    assert_int_equal(ct_model_pin_millivolts(SENSE), 700);
    ct_model_pin_ask_millivolts(SENSE, ask, &millivolts);
    assert_int_equal(ct_model_pin_millivolts(SENSE), 1234);
}

#define TEST(name) cmocka_unit_test_setup(name, open)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(an_output_drives_a_wire), TEST(open_drain_needs_a_pull),
        TEST(a_peripheral_drives_its_alternate_function_only), TEST(a_locked_pin_keeps_its_mode),
        TEST(voltages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
