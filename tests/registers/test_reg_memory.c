// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The verbs over plain memory: what each writes, bit by bit.
#include <corten/registers.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct GPIO_regs gpio;
static struct ODD_regs odd;
#define CR_WORD  (*(uint32_t *)&odd.CR)
#define SR_WORD  (*(uint32_t *)&odd.SR)
#define ODR_WORD (*(uint32_t *)&gpio.ODR)

static int reset(void **state) {
    (void)state;
    memset(&gpio, 0, sizeof gpio);
    memset(&odd, 0, sizeof odd);
    return 0;
}

static void write_begins_with_zero(void **state) {
    (void)state;
    CR_WORD = ~0u;
    reg_write(odd.CR, ODD_CR_MODE(5), ODD_CR_EN(1));
    assert_int_equal(CR_WORD, 0x51);
    SR_WORD = 0;
    reg_write(odd.SR, ODD_SR_DONE(1)); // LATE acts on 0: left alone
    assert_int_equal(SR_WORD, 0x3);
    reg_write(odd.SR, ODD_SR_LATE(0));
    assert_int_equal(SR_WORD, 0);
}

static void init_begins_with_the_reset_value(void **state) {
    (void)state;
    CR_WORD = ~0u;
    reg_init(odd.CR, ODD_CR_EN(1));
    assert_int_equal(CR_WORD, 0x81);
}

static void modify_keeps_fields_and_leaves_flags_alone(void **state) {
    (void)state;
    CR_WORD = 0xA5000071;
    reg_modify(odd.CR, ODD_CR_MODE(2));
    assert_int_equal(CR_WORD, 0xA5000021);
    CR_WORD = 0x100; // GO is write-only: what is read of it is not written back
    reg_modify(odd.CR, ODD_CR_EN(1));
    assert_int_equal(CR_WORD, 1);
    SR_WORD = 0xAB0D; // DONE, ARM and FLIP read 1, LATE reads 0
    reg_modify(odd.SR, ODD_SR_KEPT(0xCD));
    assert_int_equal(SR_WORD, 0xCD02);
}

static void set_clear_toggle_do_what_they_say(void **state) {
    (void)state;
    ODR_WORD = 0xFF;
    reg_set(gpio.ODR, GPIO_ODR_OD8, GPIO_ODR_OD(15));
    assert_int_equal(ODR_WORD, 0x81FF);
    reg_clear(gpio.ODR, GPIO_ODR_OD0, GPIO_ODR_OD8);
    assert_int_equal(ODR_WORD, 0x80FE);
    reg_toggle(gpio.ODR, GPIO_ODR_OD0, GPIO_ODR_OD1);
    assert_int_equal(ODR_WORD, 0x80FD);
    SR_WORD = 0x7F01;
    reg_clear(odd.SR, ODD_SR_DONE); // one clears
    assert_int_equal(SR_WORD, 0x7F03);
    SR_WORD = 0x7F0F;
    reg_clear(odd.SR, ODD_SR_LATE); // zero clears
    assert_int_equal(SR_WORD, 0x7F00);
    SR_WORD = 0x7F00;
    reg_clear(odd.SR, ODD_SR_DONE, ODD_SR_LATE, ODD_SR_KEPT);
    assert_int_equal(SR_WORD, 0x0001);
    SR_WORD = 0x7F00;
    reg_set(odd.SR, ODD_SR_ARM);
    assert_int_equal(SR_WORD, 0x7F06);
    SR_WORD = 0x7F00;
    reg_toggle(odd.SR, ODD_SR_FLIP, ODD_SR_KEPT);
    assert_int_equal(SR_WORD, 0x800A);
}

static void reads_see_fields(void **state) {
    (void)state;
    CR_WORD = 0xC8000271;
    assert_int_equal(reg_get(odd.CR, ODD_CR_MODE), 7);
    assert_int_equal(reg_get(odd.CR, ODD_CR_DIV), 200);
    assert_true(reg_is(odd.CR, ODD_CR_EN(1), ODD_CR_MODE(7)));
    assert_false(reg_is(odd.CR, ODD_CR_EN(0), ODD_CR_MODE(7)));
    assert_true(reg_is(odd.CR, ODD_CR_MODE_Fast)); // 1xx: 7 is one
    CR_WORD = 0x31;
    assert_false(reg_is(odd.CR, ODD_CR_MODE_Fast));
    assert_true(reg_any(odd.CR, ODD_CR_EN, ODD_CR_RUNS));
    assert_false(reg_any(odd.CR, ODD_CR_RUNS, ODD_CR_DIV));
    assert_int_equal(reg_raw(odd.CR), 0x31);
    ODR_WORD = 1u << 13;
    for (unsigned pin = 0; pin < 16; pin++) { assert_int_equal(reg_get(gpio.ODR, GPIO_ODR_OD(pin)), pin == 13); }
}

static void run_time_values_are_masked(void **state) {
    (void)state;
    volatile unsigned nine = 9, pin = 3;
    reg_modify(odd.CR, ODD_CR_MODE(nine));
    assert_int_equal(CR_WORD, 0x10);
    reg_modify(gpio.MODER, GPIO_MODER_MODER(pin, 7u & nine), GPIO_MODER_MODER_Analog(pin + 1));
    assert_int_equal(reg_raw(gpio.MODER), 1u << 6 | 3u << 8);
}

static unsigned calls;
static struct ODD_regs *next(void) {
    calls++;
    return &odd;
}
static unsigned value(unsigned v) {
    calls += 100;
    return v;
}

static void arguments_are_evaluated_once(void **state) {
    (void)state;
    calls = 0;
    reg_modify(next()->CR, ODD_CR_MODE(value(1)), ODD_CR_DIV(value(2)));
    assert_int_equal(calls, 201);
    assert_int_equal(CR_WORD, 0x02000010);
    reg_write(next()->CR, ODD_CR_EN(value(1)));
    assert_int_equal(calls, 302);
    assert_int_equal(CR_WORD, 1);
    assert_true(reg_is(next()->CR, ODD_CR_EN(value(1))));
    assert_int_equal(calls, 403);
    reg_set(next()->CR, ODD_CR_EN);
    reg_clear(next()->CR, ODD_CR_EN);
    assert_int_equal(reg_get(next()->CR, ODD_CR_EN), 0);
    assert_int_equal(calls, 406);
}

static void other_widths(void **state) {
    (void)state;
    uint8_t *bytes = (uint8_t *)&odd;
    memset(bytes, 0xEE, sizeof odd);
    reg_modify(odd.BYTE, ODD_BYTE_LOW(1));
    reg_write(odd.HALF, ODD_HALF_ALL(0x1234));
    assert_int_equal(bytes[8], 0xE1);
    assert_int_equal(bytes[9], 0xEE);
    assert_int_equal(bytes[10], 0x34);
    assert_int_equal(bytes[11], 0x12);
    assert_int_equal(bytes[12], 0xEE);
    reg_modify(odd.LONG, ODD_LONG_HIGH(0x12345678));
    assert_true(reg_raw(odd.LONG) == 0x12345678EEEEEEEEull);
    assert_int_equal(reg_get(odd.LONG, ODD_LONG_HIGH), 0x12345678);
    reg_clear(reg_at(odd.CH, 2), ODD_CH_ON);
    reg_set(odd.CH[3], ODD_CH_ON);
    assert_int_equal(reg_raw(odd.CH[2]), 0xEEEEEEEE);
    assert_int_equal(bytes[32 + 3 * 8], 0xEF);
}

static void snapshots_are_copies(void **state) {
    (void)state;
    CR_WORD = 0x70;
    reg_snapshot(copy, odd.CR);
    CR_WORD = 0;
    reg_set(copy, ODD_CR_EN);
    reg_modify(copy, ODD_CR_MODE(1));
    assert_int_equal(reg_get(copy, ODD_CR_MODE), 1);
    assert_int_equal(CR_WORD, 0);
    reg_store(odd.CR, copy);
    assert_int_equal(CR_WORD, 0x11);
}

static void constants(void **state) {
    (void)state;
    switch (reg_get(odd.CR, ODD_CR_MODE)) {
    case reg_value(ODD_CR_MODE_Slow): fail();
    case reg_value(ODD_CR_MODE(0)): break;
    default: fail();
    }
    _Static_assert(reg_mask(ODD_CR_DIV) == 0xFF000000, "");
    _Static_assert(reg_value(GPIO_MODER_MODER_Analog(2)) == 3, "");
}

static void many_fields(void **state) {
    (void)state;
    reg_set(gpio.ODR, GPIO_ODR_OD0, GPIO_ODR_OD1, GPIO_ODR_OD2, GPIO_ODR_OD3, GPIO_ODR_OD4, GPIO_ODR_OD5,
            GPIO_ODR_OD6, GPIO_ODR_OD7, GPIO_ODR_OD8, GPIO_ODR_OD9, GPIO_ODR_OD10, GPIO_ODR_OD11,
            GPIO_ODR_OD12, GPIO_ODR_OD13, GPIO_ODR_OD14, GPIO_ODR_OD15);
    assert_int_equal(ODR_WORD, 0xFFFF);
#define B(n) GPIO_BSRR_BS##n(1)
#define R(n) GPIO_BSRR_BR##n(1)
    reg_write(gpio.BSRR, B(0), B(1), B(2), B(3), B(4), B(5), B(6), B(7), B(8), B(9), B(10), B(11), B(12),
              B(13), B(14), B(15), R(0), R(1), R(2), R(3), R(4), R(5), R(6), R(7), R(8), R(9), R(10),
              R(11), R(12), R(13), R(14), R(15));
    assert_int_equal(*(uint32_t *)&gpio.BSRR, 0xFFFFFFFF);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(write_begins_with_zero, reset),
        cmocka_unit_test_setup(init_begins_with_the_reset_value, reset),
        cmocka_unit_test_setup(modify_keeps_fields_and_leaves_flags_alone, reset),
        cmocka_unit_test_setup(set_clear_toggle_do_what_they_say, reset),
        cmocka_unit_test_setup(reads_see_fields, reset),
        cmocka_unit_test_setup(run_time_values_are_masked, reset),
        cmocka_unit_test_setup(arguments_are_evaluated_once, reset),
        cmocka_unit_test_setup(other_widths, reset),
        cmocka_unit_test_setup(snapshots_are_copies, reset),
        cmocka_unit_test_setup(constants, reset),
        cmocka_unit_test_setup(many_fields, reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
