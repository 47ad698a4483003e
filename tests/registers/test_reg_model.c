// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The verbs over a model of the chip: rights, reset values and side effects of its description.
#include <corten/registers.h>
#include <corten/registers_model.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct ct_reg_model chip;
static uint64_t words[device_model_count];

static unsigned mistakes[4];
static uint64_t mistaken_address;
static void count_mistake(struct ct_reg_model *m, enum ct_reg_model_mistake what, uint64_t address,
                          unsigned size, bool write) {
    (void)m, (void)size, (void)write;
    mistakes[what]++;
    mistaken_address = address;
}

static int open(void **state) {
    (void)state;
    ct_reg_model_open(&chip, &device_model, words);
    chip.mistake = count_mistake;
    for (int i = 0; i < 4; i++) { mistakes[i] = 0; }
    ct_reg_model_use(&chip);
    return 0;
}

static void registers_begin_with_their_reset_value(void **state) {
    (void)state;
    assert_int_equal(reg_raw(USART2->SR), 0xC0);
    assert_int_equal(reg_raw(ODD->CR), 0); // bit 7 of 0x80 is in no field
    assert_int_equal(ct_reg_model_peek(&chip, 0x40001000), 0x80);
    assert_int_equal(reg_raw(GPIOB->MODER), 0x280);
    assert_int_equal(reg_raw(GPIOA->MODER), 0);
}

static void what_is_written_is_read(void **state) {
    (void)state;
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER5_Output, GPIO_MODER_MODER_Analog(7));
    assert_int_equal(ct_reg_model_peek(&chip, 0x40020000), 1u << 10 | 3u << 14);
    assert_int_equal(reg_get(GPIOA->MODER, GPIO_MODER_MODER7), 3);
    assert_int_equal(chip.reads, 2);
    assert_int_equal(chip.writes, 1);
    reg_write(ODD->BYTE, ODD_BYTE_HIGH(9));
    reg_write(ODD->LONG, ODD_LONG_HIGH(0xFFFFFFFF));
    assert_int_equal(reg_get(ODD->BYTE, ODD_BYTE_HIGH), 9);
    assert_true(reg_raw(ODD->LONG) == 0xFFFFFFFF00000000ull);
    reg_set(reg_at(ODD->CH, 3), ODD_CH_ON);
    assert_int_equal(ct_reg_model_peek(&chip, 0x40001038), 1);
    reg_snapshot(copy, GPIOA->ODR);
    reg_set(copy, GPIO_ODR_OD3);
    assert_int_equal(reg_raw(GPIOA->ODR), 0);
    reg_store(GPIOA->ODR, copy);
    assert_int_equal(reg_raw(GPIOA->ODR), 8);
}

static void writes_act_as_described(void **state) {
    (void)state;
    ct_reg_model_poke(&chip, 0x40001004, 0x3 | 0xAB00);
    reg_clear(ODD->SR, ODD_SR_DONE);
    assert_int_equal(reg_raw(ODD->SR), 0xAB02);
    reg_clear(ODD->SR, ODD_SR_LATE);
    assert_int_equal(reg_raw(ODD->SR), 0xAB00);
    reg_set(ODD->SR, ODD_SR_ARM);
    reg_toggle(ODD->SR, ODD_SR_FLIP);
    assert_int_equal(reg_raw(ODD->SR), 0xAB0C);
    reg_toggle(ODD->SR, ODD_SR_FLIP);
    assert_int_equal(reg_raw(ODD->SR), 0xAB04);
    reg_modify(ODD->SR, ODD_SR_KEPT(1));
    assert_int_equal(reg_raw(ODD->SR), 0x0104); // flags as they were
    reg_write(USART2->SR, USART_SR_TC(0));
    assert_int_equal(reg_raw(USART2->SR), 0x80); // TXE is read-only
    reg_modify(ODD->CR, ODD_CR_GO(1), ODD_CR_EN(1)); // write-only: stored, not shown
    assert_int_equal(reg_raw(ODD->CR), 1);
    assert_int_equal(ct_reg_model_peek(&chip, 0x40001000), 0x181);
}

static void mistakes_are_told(void **state) {
    (void)state;
    ct_reg_write(0x40000000, 4, 1);
    assert_int_equal(mistakes[CT_REG_MODEL_NOTHING_THERE], 1);
    assert_int_equal(mistaken_address, 0x40000000);
    ct_reg_read(0x40020000, 1);
    assert_int_equal(mistakes[CT_REG_MODEL_WRONG_WIDTH], 1);
    ct_reg_write(0x40020010, 4, 1);
    assert_int_equal(mistakes[CT_REG_MODEL_NOT_WRITABLE], 1);
    ct_reg_read(0x4000101C, 4);
    assert_int_equal(mistakes[CT_REG_MODEL_NOT_READABLE], 1);
}

// A watcher as a model of the port: BSRR drives ODR, and a read of IDR sees it.
static void port(struct ct_reg_model *m, const struct ct_reg_model_access *access, uint64_t *stored,
                 uint64_t *answer, void *context) {
    uint64_t base = *(uint64_t *)context;
    if (access->write && access->reg->address == base + 0x18) {
        uint64_t odr = ct_reg_model_peek(m, base + 0x14);
        ct_reg_model_poke(m, base + 0x14, (odr & ~(access->value >> 16)) | (access->value & 0xFFFF));
        *stored = 0;
    }
    if (!access->write && access->reg->address == base + 0x10) {
        *answer = ct_reg_model_peek(m, base + 0x14);
    }
}

static void watchers_add_behaviour(void **state) {
    (void)state;
    uint64_t base = 0x40020000;
    assert_true(ct_reg_model_watch(&chip, base, base + 0x3FF, port, &base));
    reg_write(GPIOA->BSRR, GPIO_BSRR_BS5(1), GPIO_BSRR_BS6(1));
    reg_write(GPIOA->BSRR, GPIO_BSRR_BR6(1));
    assert_true(reg_is(GPIOA->IDR, GPIO_IDR_ID5(1), GPIO_IDR_ID6(0)));
    assert_int_equal(reg_raw(GPIOB->IDR), 0);
    ct_reg_model_reset(&chip);
    assert_int_equal(reg_raw(GPIOA->IDR), 0);
}

static void bit_band_goes_to_the_register(void **state) {
    (void)state;
    reg_bit_write(GPIOA->ODR, GPIO_ODR_OD9(1));
    assert_int_equal(reg_raw(GPIOA->ODR), 1u << 9);
    assert_int_equal(reg_bit_get(GPIOA->ODR, GPIO_ODR_OD9), 1);
    reg_bit_write(GPIOA->ODR, GPIO_ODR_OD9(0));
    assert_int_equal(reg_raw(GPIOA->ODR), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(registers_begin_with_their_reset_value, open),
        cmocka_unit_test_setup(what_is_written_is_read, open),
        cmocka_unit_test_setup(writes_act_as_described, open),
        cmocka_unit_test_setup(mistakes_are_told, open),
        cmocka_unit_test_setup(watchers_add_behaviour, open),
        cmocka_unit_test_setup(bit_band_goes_to_the_register, open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
