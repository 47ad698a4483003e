// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Converters on the model: fewer bits, and triggers. The clocks are the 16 MHz of a chip after reset.
#include "f4_test.h"

#include <corten/adc_sequence.h>
#include <corten/adc_stream.h>
#include <corten/exti.h>
#include <corten/tim.h>

enum { CLOCK = 16000000 };

// one converter in four ways; a program has one of them
CT_ADC_UNIT_BITS(adc6, ADC1, 6);
CT_ADC_UNIT_MAKE_(adc8, 8, ADC1, CT_ADC_OF_ADC1);
CT_ADC_UNIT_MAKE_(adc10, 10, ADC1, CT_ADC_OF_ADC1);
CT_ADC_UNIT_MAKE_(adc12, 12, ADC1, CT_ADC_OF_ADC1);
CT_ADC_INPUT(in6, adc6, A, 0, 84);
CT_ADC_INPUT(in8, adc8, A, 1, 84);
CT_ADC_INPUT(in10, adc10, A, 2, 84);
CT_ADC_INPUT(in12, adc12, A, 3, 84);
CT_DMA_STREAM(stream, DMA2, 0, ADC1);
CT_ADC_SEQUENCE(six, adc6, ADC1, stream, in6, in6);
CT_ADC_STREAM(sound, adc8, ADC1, stream, in8, CLOCK, 16);

// by triggers
CT_TIM(tim2, TIM2);
CT_TIM(tim3, TIM3);
CT_GPIO(button, B, 11);
CT_ADC_SEQUENCE_TRIGGERED(timed, adc12, ADC1, stream, TIM3_TRGO, in12, in12, in12);
CT_ADC_SEQUENCE_TRIGGERED(pressed, adc12, ADC1, stream, EXTI11, in12);
CT_ADC_STREAM_TRIGGERED(even, adc12, ADC1, stream, in12, CLOCK, TIM2_TRGO, 10000, 64);

static int open(void **state) {
    f4_open(state);
    return 0;
}

#define OF_BITS(n, pin)                                                                            \
    do {                                                                                           \
        const struct ct_adc hal = CT_ADC_AS_ADC(in##n);                                            \
        const int most = (1 << n) - 1;                                                             \
        ct_adc_unit_start(adc##n, CLOCK);                                                          \
        assert_int_equal(hal.bits, n);                                                             \
        assert_int_equal(ct_adc_most(hal), most);                                                  \
        for (int mv = 0; mv <= 3300; mv += 11) {                                                   \
            ct_model_pin_set_millivolts(CT_MODEL_PIN('A', pin), mv);                               \
            const int counts = ct_adc_unit_read(in##n), back = (counts * 3300 + most / 2) / most;  \
            assert_in_range(counts, mv * most / 3300, mv * most / 3300 + 1);                       \
            assert_int_equal(CT_ADC_INPUT_TO_MV(in##n, (uint32_t)counts, 3300), back);             \
            assert_int_equal(ct_adc_millivolts(hal, counts, 3300), back);                          \
            assert_in_range(back, mv - 1650 / most - 2 < 0 ? 0 : mv - 1650 / most - 2, mv + 1650 / most + 2);\
        }                                                                                          \
        ct_model_pin_set_millivolts(CT_MODEL_PIN('A', pin), 5000);                                 \
        assert_int_equal(ct_adc_unit_begin(in##n), CT_OK);                                         \
        ct_host_pass((84 + n) * 125 - 600); /* at 8 MHz, less two accesses */                      \
        assert_int_equal(ct_adc_unit_take(in##n), CT_WOULD_BLOCK);                                 \
        ct_host_pass(600);                                                                         \
        assert_int_equal(ct_adc_unit_take(in##n), most);                                           \
        ct_adc_unit_listen(adc##n);                                                                \
        ct_adc_unit_ignore(adc##n);                                                                \
        assert_int_equal(ct_adc_unit_read(in##n), most);                                           \
        ct_adc_unit_stop(adc##n);                                                                  \
    } while (0)
static void counts_have_the_units_bits(void **state) {
    (void)state;
    OF_BITS(6, 0);
    OF_BITS(8, 1);
    OF_BITS(10, 2);
    OF_BITS(12, 3);
}

static void a_sequence_and_a_stream_have_them_too(void **state) {
    (void)state;
    const struct ct_adc_sequence sequence = CT_ADC_AS_SEQUENCE(six);
    const struct ct_adc_stream endless = CT_ADC_AS_STREAM(sound);
    uint16_t counts[8];
    assert_int_equal(sequence.bits, 6);
    assert_int_equal(endless.bits, 8);
    assert_int_equal(endless.millihertz, 8000000000 / (84 + 8));
    ct_dma_init(stream);
    ct_adc_unit_start(adc6, CLOCK);
    ct_model_pin_set_millivolts(CT_MODEL_PIN('A', 0), 3300);
    assert_int_equal(ct_adc_sequence_start(sequence), CT_OK);
    f4_pass_us(100);
    assert_int_equal(ct_adc_sequence_take(sequence, counts), CT_OK);
    assert_true(counts[0] == 63 && counts[1] == 63);
    assert_int_equal(ct_adc_unit_read(in6), 63); // and single ones after it
    ct_adc_unit_start(adc8, CLOCK);
    ct_model_pin_set_millivolts(CT_MODEL_PIN('A', 1), 1650);
    assert_int_equal(ct_adc_stream_start(endless), CT_OK);
    f4_pass_us(60);
    assert_in_range(ct_adc_stream_take(endless, counts, 8), 4, 6); // 11.5 us each
    assert_int_equal(counts[0], 128);
    assert_int_equal(ct_adc_stream_stop(endless), CT_OK);
}

static void with_triggers(void) {
    ct_dma_init(stream);
    ct_adc_unit_start(adc12, CLOCK);
    ct_model_pin_set_millivolts(CT_MODEL_PIN('A', 3), 1000);
}
#define IS_ALL_OF(counts) ((counts)[0] == 1241 && (counts)[1] == 1241 && (counts)[2] == 1241)

static void a_timer_starts_a_sequence(void **state) {
    (void)state;
    const struct ct_adc_sequence s = CT_ADC_AS_SEQUENCE(timed);
    uint16_t counts[3];
    with_triggers();
    for (unsigned round = 0; round < 3; round++) {
        memset(counts, 0, sizeof counts);
        assert_int_equal(ct_adc_sequence_start(s), CT_OK);
        assert_int_equal(ct_adc_sequence_start(s), CT_BUSY);
        f4_pass_us(3000); // nothing has come
        assert_int_equal(ct_adc_sequence_take(s, counts), CT_WOULD_BLOCK);
        assert_int_equal(ct_adc_unit_read(in12), CT_BUSY); // it would take the place of the sequence
        ct_tim_start_periodic(tim3, CLOCK, 1000);
        f4_pass_us(3000); // its overflows are not put out yet
        assert_int_equal(ct_adc_sequence_take(s, counts), CT_WOULD_BLOCK);
        ct_tim_start_periodic(tim3, CLOCK, 1000);
        ct_tim_trigger_by_overflow(tim3);
        f4_pass_us(1030); // 36 us after it
        assert_int_equal(ct_adc_sequence_take(s, counts), CT_WOULD_BLOCK);
        f4_pass_us(10);
        if (round == 1) f4_pass_us(5000); // more overflows than are taken
        assert_int_equal(ct_adc_unit_read(in12), CT_BUSY);
        assert_int_equal(ct_adc_sequence_take(s, counts), CT_OK);
        assert_true(IS_ALL_OF(counts));
        f4_pass_us(3000); // once a start
        assert_int_equal(ct_adc_sequence_take(s, counts), CT_WOULD_BLOCK);
        assert_int_equal(ct_adc_unit_read(in12), 1241);
        reg_write_raw(TIM3->CR2, 0);
    }
    assert_int_equal(ct_adc_sequence_start(s), CT_OK); // the DMA is stopped by somebody: results pile up
    CT_IGNORE(ct_dma_stop(stream));
    ct_tim_trigger_by_overflow(tim3);
    f4_pass_us(3000);
    assert_int_equal(ct_adc_sequence_take(s, counts), CT_OVERRUN);
    assert_int_equal(ct_adc_sequence_start(s), CT_OK);
    f4_pass_us(1100);
    assert_int_equal(ct_adc_sequence_take(s, counts), CT_OK);
}

static void an_edge_of_a_pin_starts_a_sequence(void **state) {
    (void)state;
    static struct ct_model_drive finger;
    const struct ct_adc_sequence s = CT_ADC_AS_SEQUENCE(pressed);
    uint16_t count = 0;
    with_triggers();
    ct_gpio_enable(button);
    ct_gpio_make_input(button, CT_GPIO_PULL_UP);
    ct_model_attach(&finger, CT_MODEL_PIN('B', 11));
    ct_exti_listen(button, CT_EXTI_FALLING);
    assert_int_equal(ct_adc_sequence_start(s), CT_OK);
    f4_pass_us(100);
    assert_int_equal(ct_adc_sequence_take(s, &count), CT_WOULD_BLOCK);
    ct_model_drive(&finger, CT_MODEL_LOW);
    f4_pass_us(100);
    assert_int_equal(ct_adc_sequence_take(s, &count), CT_OK);
    assert_int_equal(count, 1241);
}

static uint32_t asked;
static int rising(void *none) {
    (void)none;
    return (int)(asked++ % 3301);
}
static void a_timer_starts_each_sample_of_a_stream(void **state) {
    (void)state;
    const struct ct_adc_stream s = CT_ADC_AS_STREAM(even);
    uint16_t counts[64];
    uint32_t next = 0;
    with_triggers();
    asked = 0;
    ct_model_pin_ask_millivolts(CT_MODEL_PIN('A', 3), rising, NULL);
    assert_int_equal(s.millihertz, 10000000);
    assert_int_equal(ct_adc_stream_start(s), CT_OK);
    f4_pass_us(1000);
    assert_int_equal(ct_adc_stream_take(s, counts, 64), CT_WOULD_BLOCK);
    ct_tim_start_periodic(tim2, CLOCK, 10000);
    ct_tim_trigger_by_overflow(tim2);
    for (unsigned round = 0; round < 20; round++) {
        f4_pass_us(2000);
        const int came = ct_adc_stream_take(s, counts, 64);
        assert_in_range(came, 19, 21); // 10 kHz
        for (int i = 0; i < came; i++, next++) assert_int_equal(counts[i], (next % 3301 * 4095 + 1650) / 3300);
    }
    assert_in_range(next, 399, 401);
    f4_pass_us(6500); // more than a circle
    assert_int_equal(ct_adc_stream_take(s, counts, 64), CT_OVERRUN);
    assert_int_equal(ct_adc_stream_stop(s), CT_OK);
    f4_pass_us(1000);
    assert_in_range(ct_adc_unit_read(in12), 0, 4095);
}

static void misuse_is_reported(void **state) {
    (void)state;
    ct_adc_unit_start(adc8, CLOCK);
    assert_int_equal(ct_adc_unit_begin(in8), CT_OK);
    EXPECT_REPORT("ADC1: its resolution changes in a conversion", reg_write(ADC1->CR1, ADC_CR1_RES(0)));
    EXPECT_REPORT("by trigger 9: the model has not that one", reg_write_raw(ADC1->CR2, CT_ADC_BY_TRIGGER_(TIM4_CC4) | 1));
}

#define TEST(name) cmocka_unit_test_setup(name, open)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(counts_have_the_units_bits),
        TEST(a_sequence_and_a_stream_have_them_too),
        TEST(a_timer_starts_a_sequence),
        TEST(an_edge_of_a_pin_starts_a_sequence),
        TEST(a_timer_starts_each_sample_of_a_stream),
        TEST(misuse_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
