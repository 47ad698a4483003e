// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The drivers of the STM32F405 as they are, on the developer's machine: their registers are a model.
#include <corten/gpio.h>
#include <corten/registers_model.h>
#include <corten/usart.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

CT_GPIO(lamp, B, 14);
CT_GPIO(button, C, 13);
CT_USART(console, USART1);

static struct ct_reg_model chip;
static uint64_t words[device_model_count];
static unsigned mistakes;
static char sent[8];
static unsigned sent_count;

static void count_mistake(struct ct_reg_model *m, enum ct_reg_model_mistake what, uint64_t address,
                          unsigned size, bool write) {
    (void)m, (void)what, (void)address, (void)size, (void)write;
    mistakes++;
}

static uint64_t at(uint64_t address) { return ct_reg_model_peek(&chip, address); }

// BSRR drives ODR.
static void port_b(struct ct_reg_model *m, const struct ct_reg_model_access *access, uint64_t *stored,
                   uint64_t *answer, void *context) {
    (void)answer, (void)context;
    if (!access->write) { return; }
    uint64_t odr = ct_reg_model_peek(m, 0x40020414);
    ct_reg_model_poke(m, 0x40020414, (odr & ~(access->value >> 16)) | (access->value & 0xFFFF));
    *stored = 0;
}

// DR: what is written was sent; what is read was received, and RXNE goes.
static void serial(struct ct_reg_model *m, const struct ct_reg_model_access *access, uint64_t *stored,
                   uint64_t *answer, void *context) {
    (void)stored, (void)context;
    if (access->write) {
        sent[sent_count++] = (char)access->value;
    } else {
        *answer = 'R';
        ct_reg_model_poke(m, 0x40011000, ct_reg_model_peek(m, 0x40011000) & ~(1u << 5));
    }
}

static int open(void **state) {
    (void)state;
    ct_reg_model_open(&chip, &device_model, words);
    chip.mistake = count_mistake;
    mistakes = sent_count = 0;
    ct_reg_model_watch(&chip, 0x40020418, 0x40020418, port_b, NULL);
    ct_reg_model_watch(&chip, 0x40011004, 0x40011004, serial, NULL);
    ct_reg_model_use(&chip);
    return 0;
}

static void a_pin_drives(void **state) {
    (void)state;
    ct_gpio_make_output(lamp, CT_GPIO_OPEN_DRAIN, CT_GPIO_FAST);
    assert_int_equal(at(0x40023830), 1u << 20 | 1u << 1); // AHB1ENR: as after reset, and port B
    assert_int_equal(at(0x40020400), 0x280 | 1u << 28);   // MODER: the debugger's pins are kept
    assert_int_equal(at(0x40020404), 1u << 14);
    assert_int_equal(at(0x40020408), 0xC0 | 2u << 28);
    ct_gpio_set_high(lamp);
    assert_true(ct_gpio_is_set_high(lamp));
    assert_int_equal(at(0x40020414), 1u << 14);
    ct_gpio_toggle(lamp);
    assert_false(ct_gpio_is_set_high(lamp));
    assert_int_equal(mistakes, 0);
}

static void a_pin_reads(void **state) {
    (void)state;
    ct_gpio_make_input(button, CT_GPIO_PULL_UP);
    assert_int_equal(at(0x4002080C), 1u << 26);
    assert_false(ct_gpio_is_high(button));
    ct_reg_model_poke(&chip, 0x40020810, 1u << 13);
    assert_true(ct_gpio_is_high(button));
    assert_int_equal(mistakes, 0);
}

static void a_serial_port_talks(void **state) {
    (void)state;
    struct ct_serial_errors errors = {0};
    ct_usart_start(console, 84000000, 115200);
    assert_int_equal(at(0x40011008), 729);
    assert_int_equal(at(0x4001100C), 1u << 13 | 1u << 3 | 1u << 2);
    assert_int_equal(ct_usart_put(console, 'x'), CT_OK);
    ct_reg_model_poke(&chip, 0x40011000, 0); // TXE: not yet
    assert_int_equal(ct_usart_put(console, 'y'), CT_WOULD_BLOCK);
    assert_int_equal(sent_count, 1);
    assert_int_equal(sent[0], 'x');
    assert_int_equal(ct_usart_take(console, &errors), CT_WOULD_BLOCK);
    ct_reg_model_poke(&chip, 0x40011000, 1u << 5);
    assert_int_equal(ct_usart_take(console, &errors), 'R');
    assert_int_equal(ct_usart_take(console, &errors), CT_WOULD_BLOCK);
    assert_int_equal(mistakes, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_pin_drives, open),
        cmocka_unit_test_setup(a_pin_reads, open),
        cmocka_unit_test_setup(a_serial_port_talks, open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
