// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Converters on the model, with a thermistor at a pin. The clocks are the 16 MHz of a chip after reset.
#include "f4_test.h"

#include <corten/adc_sequence.h>

enum { CLOCK = 16000000 };

CT_ADC_UNIT(adc, ADC1);
CT_ADC_INPUT(knob, adc, A, 3, 84);
CT_ADC_INPUT(sensor, adc, C, 5, 480);
CT_ADC_INPUT(fast, adc, B, 1, 3);
CT_ADC_REFERENCE(reference, adc);
CT_ADC_TEMPERATURE(chip, adc);
CT_ADC_BATTERY(battery, adc);
CT_DMA_STREAM(stream, DMA2, 0, ADC1);
CT_ADC_SEQUENCE(all, adc, ADC1, stream, knob, sensor, fast, knob, knob, knob, fast, sensor);

enum { KNOB = CT_MODEL_PIN('A', 3), SENSOR = CT_MODEL_PIN('C', 5), FAST = CT_MODEL_PIN('B', 1) };

static int open(void **state) {
    f4_open(state);
    ct_adc_unit_start(adc, CLOCK);
    return 0;
}

static void counts_are_the_voltage(void **state) {
    (void)state;
    for (int mv = 0; mv <= 3300; mv += 11) {
        ct_model_pin_set_millivolts(KNOB, mv);
        const int counts = ct_adc_unit_read(knob);
        assert_in_range(counts, mv * 4095 / 3300, mv * 4095 / 3300 + 1);
        assert_in_range(ct_adc_to_mv((uint32_t)counts, 3300), mv, mv + 1);
    }
    ct_model_pin_set_millivolts(KNOB, 5000);
    assert_int_equal(ct_adc_unit_read(knob), 4095);
}

static void through_hal_nothing_waits(void **state) {
    (void)state;
    const struct ct_adc input = CT_ADC_AS_ADC(sensor);
    ct_model_pin_set_millivolts(SENSOR, 1650);
    assert_int_equal(ct_adc_take(input), CT_WOULD_BLOCK);
    assert_int_equal(ct_adc_start(input), CT_OK);
    const uint64_t begin = ct_host_now();
    assert_int_equal(ct_adc_start(input), CT_BUSY);
    int counts;
    while ((counts = ct_adc_take(input)) == CT_WOULD_BLOCK) {}
    assert_in_range(ct_host_now() - begin, 492 * 125, 492 * 125 + 1000); // at 8 MHz
    assert_int_equal(counts, 2048);
    assert_int_equal(ct_adc_millivolts(input, counts, 3300), 1650);
    assert_int_equal(ct_adc_take(input), CT_WOULD_BLOCK);
    assert_int_equal(ct_adc_start(input), CT_OK);
    f4_pass_us(100);
    assert_int_equal(ct_adc_start(CT_ADC_AS_ADC(knob)), CT_OK); // the other result is not wanted any more
    f4_pass_us(100);
    assert_in_range(ct_adc_take(input), 0, 4095);
}

static void a_thermistor_is_warmed(void **state) {
    (void)state;
    static struct ct_model_thermistor ntc = {25000, 10000, 3950, 10000, 3300};
    ct_model_pin_ask_millivolts(SENSOR, ct_model_thermistor_millivolts, &ntc);
    assert_in_range(ct_adc_unit_read(sensor), 2047, 2049);
    ntc.millicelsius = 50000; // 3588 ohm
    assert_in_range(ct_adc_unit_read(sensor), 1078, 1084);
    ntc.millicelsius = 0; // 33.6 kilohm
    assert_in_range(ct_adc_unit_read(sensor), 3150, 3162);
}

static void the_chip_knows_its_supply_battery_and_temperature(void **state) {
    (void)state;
    for (uint32_t supply = 2400; supply <= 3600; supply += 300) {
        ct_model_adc.supply_mv = supply;
        const uint32_t mv = ct_adc_supply_mv(ct_adc_unit_read(reference));
        assert_in_range(mv, supply - 3, supply + 3);
        ct_model_adc.battery_mv = 2990;
        assert_in_range(ct_adc_battery_mv((uint32_t)ct_adc_unit_read(battery), mv), 2980, 3000);
        for (int32_t t = -40000; t <= 125000; t += 16500) {
            ct_model_adc.millicelsius = t;
            const int32_t is = ct_adc_millicelsius((uint32_t)ct_adc_unit_read(chip), mv);
            assert_true(is > t - 1500 && is < t + 1500);
        }
    }
    assert_int_equal(ct_adc_supply_mv(CT_TIMEOUT), 0);
}

static const struct ct_adc_sequence *sequence;
static void fill(void) {
    ct_model_pin_set_millivolts(KNOB, 1000);
    ct_model_pin_set_millivolts(SENSOR, 2000);
    ct_model_pin_set_millivolts(FAST, 3000);
}
static void works(void) {
    static const uint16_t expected[8] = {1241, 2482, 3723, 1241, 1241, 1241, 3723, 2482};
    uint16_t counts[8] = {0};
    enum ct_error e;
    assert_int_equal(ct_adc_sequence_start(*sequence), CT_OK);
    assert_int_equal(ct_adc_sequence_start(*sequence), CT_BUSY);
    while ((e = ct_adc_sequence_take(*sequence, counts)) == CT_WOULD_BLOCK) {}
    assert_int_equal(e, CT_OK);
    assert_memory_equal(counts, expected, sizeof expected);
    assert_int_equal(ct_adc_sequence_take(*sequence, counts), CT_WOULD_BLOCK);
}

static void a_sequence_comes_by_dma(void **state) {
    (void)state;
    const struct ct_adc_sequence s = CT_ADC_AS_SEQUENCE(all);
    sequence = &s;
    ct_dma_init(stream);
    assert_int_equal(s.length, 8);
    fill();
    works();
    works();
    assert_int_equal(ct_adc_unit_read(fast), 3723); // and single ones in between
    works();
}

static void a_sequence_that_fails_can_be_started_again(void **state) {
    (void)state;
    const struct ct_adc_sequence s = CT_ADC_AS_SEQUENCE(all);
    uint16_t counts[8];
    enum ct_error e;
    sequence = &s;
    ct_dma_init(stream);
    fill();
    ct_model_dma_fail(2, 0, 3);
    assert_int_equal(ct_adc_sequence_start(s), CT_OK);
    while ((e = ct_adc_sequence_take(s, counts)) == CT_WOULD_BLOCK) {}
    assert_true(e == CT_TRANSFER || e == CT_OVERRUN);
    works();
    assert_int_equal(ct_adc_sequence_start(s), CT_OK); // its DMA waits for requests that do not come
    reg_clear(ADC1->CR2, ADC_CR2_DMA);
    f4_pass_us(1000);
    reg_set(ADC1->CR2, ADC_CR2_EOCS);
    f4_pass_us(1000);
    ct_model_poke(ADC1->SR, ct_model_peek(ADC1->SR) | 1u << 5);
    assert_int_equal(ct_adc_sequence_take(s, counts), CT_OVERRUN);
    works();
    assert_int_equal(ct_adc_sequence_start(s), CT_OK); // the DMA is stopped by somebody: results pile up
    CT_IGNORE(ct_dma_stop(stream));
    f4_pass_us(1000);
    assert_int_equal(ct_adc_sequence_take(s, counts), CT_OVERRUN);
    works();
}

static void a_conversion_that_does_not_end(void **state) {
    (void)state;
    ct_model_pin_set_millivolts(KNOB, 1000);
    ct_model_adc.is_stuck = true;
    assert_int_equal(ct_adc_unit_read(knob), CT_TIMEOUT);
    ct_model_adc.is_stuck = false;
    ct_apb_disable(2, 8);
    ct_model_keep_reports("ADC1");
    assert_int_equal(ct_adc_unit_read(knob), CT_TIMEOUT);
    assert_true(ct_model_reports() > 0);
    ct_model_keep_reports(NULL);
    ct_apb_enable(2, 8);
    ct_adc_unit_stop(adc);
    ct_adc_unit_start(adc, CLOCK);
    assert_int_equal(ct_adc_unit_read(knob), 1241);
}

static unsigned interrupts;
static int came;
void ADC_Handler(void);
void ADC_Handler(void) {
    interrupts++;
    came = ct_adc_unit_take(knob);
}
static void its_interrupt_comes(void **state) {
    (void)state;
    interrupts = 0;
    ct_model_pin_set_millivolts(KNOB, 1000);
    ct_port_enable(ADC_IRQn, 1);
    ct_adc_unit_listen(adc);
    assert_int_equal(ct_adc_unit_begin(knob), CT_OK);
    f4_pass_us(100);
    assert_int_equal(interrupts, 1);
    assert_int_equal(came, 1241);
    ct_adc_unit_ignore(adc);
    assert_int_equal(ct_adc_unit_begin(knob), CT_OK);
    f4_pass_us(100);
    assert_int_equal(interrupts, 1);
}

static void misuse_is_reported(void **state) {
    (void)state;
    assert_int_equal(ct_adc_unit_begin(knob), CT_OK);
    ct_gpio_make_input((struct ct_gpio){0, 3}, CT_GPIO_FLOATING);
    EXPECT_REPORT("ADC1 samples PA3, which is not analog", f4_pass_us(100));
    EXPECT_REPORT("started while it is off", reg_write_raw(ADC1->CR2, 1u << 30));
    EXPECT_REPORT("within 3 us", reg_write_raw(ADC1->CR2, 1); reg_write_raw(ADC1->CR2, 1u << 30 | 1));
}

#define TEST(name) cmocka_unit_test_setup(name, open)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(counts_are_the_voltage),
        TEST(through_hal_nothing_waits),
        TEST(a_thermistor_is_warmed),
        TEST(the_chip_knows_its_supply_battery_and_temperature),
        TEST(a_sequence_comes_by_dma),
        TEST(a_sequence_that_fails_can_be_started_again),
        TEST(a_conversion_that_does_not_end),
        TEST(its_interrupt_comes),
        TEST(misuse_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
