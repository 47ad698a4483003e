// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Converters on the model: fewer bits. The clocks are the 16 MHz of a chip after reset.
#include "f4_test.h"

#include <corten/adc_sequence.h>
#include <corten/adc_stream.h>

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

static void misuse_is_reported(void **state) {
    (void)state;
    ct_adc_unit_start(adc8, CLOCK);
    assert_int_equal(ct_adc_unit_begin(in8), CT_OK);
    EXPECT_REPORT("ADC1: its resolution changes in a conversion", reg_write(ADC1->CR1, ADC_CR1_RES(0)));
}

#define TEST(name) cmocka_unit_test_setup(name, open)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(counts_have_the_units_bits),
        TEST(a_sequence_and_a_stream_have_them_too),
        TEST(misuse_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
