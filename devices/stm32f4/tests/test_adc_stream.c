// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// An endless stream of samples on the model: none is lost, or it is said.
#include "f4_test.h"

#include <corten/adc_stream.h>

enum { CLOCK = 16000000, COUNT = 64, MICROPHONE = CT_MODEL_PIN('A', 3) };

CT_ADC_UNIT(adc, ADC1);
CT_ADC_INPUT(microphone, adc, A, 3, 28);
CT_DMA_STREAM(dma_stream, DMA2, 0, ADC1);
CT_ADC_STREAM(sound, adc, ADC1, dma_stream, microphone, CLOCK, COUNT);

// each sample is one more than the one before
static uint32_t asked;
static int rising(void *none) {
    (void)none;
    return (int)(asked++ % 3301);
}
static uint32_t value_of(uint32_t n) { return ((n % 3301) * 4095 + 1650) / 3300; }

static struct ct_adc_stream stream;
static int open(void **state) {
    f4_open(state);
    asked = 0;
    ct_model_pin_ask_millivolts(MICROPHONE, rising, NULL);
    ct_adc_unit_start(adc, CLOCK);
    ct_dma_init(dma_stream);
    sound_state_ = (struct ct_adc_stream_state_){0};
    stream = CT_ADC_AS_STREAM(sound);
    return 0;
}

static void every_sample_comes_once_and_in_order(void **state) {
    (void)state;
    uint16_t counts[COUNT];
    uint32_t next = 0, random = 7;
    assert_int_equal(ct_adc_stream_take(stream, counts, COUNT), CT_INVALID);
    assert_int_equal(ct_adc_stream_start(stream), CT_OK);
    assert_int_equal(ct_adc_stream_start(stream), CT_BUSY);
    const uint64_t begin = ct_host_now();
    while (next < 5000) {
        random = random * 1664525u + 1013904223u;
        ct_host_pass(random >> 8 & 0x1FFFF); // up to 131 us: 26 samples
        const int came = ct_adc_stream_take(stream, counts, (uint16_t)(1 + (random >> 27) * 3));
        if (came == CT_WOULD_BLOCK) continue;
        assert_true(came > 0);
        for (int i = 0; i < came; i++) assert_int_equal(counts[i], value_of(next++));
        if ((random >> 27) * 3 < 40) // catch up
            for (int more; (more = ct_adc_stream_take(stream, counts, COUNT)) > 0;)
                for (int i = 0; i < more; i++) assert_int_equal(counts[i], value_of(next++));
    }
    const uint64_t hz = next * UINT64_C(1000000000) / (ct_host_now() - begin);
    assert_int_equal(stream.millihertz, 200000000);
    assert_in_range(hz, 199000, 200100);
    assert_int_equal(ct_adc_stream_stop(stream), CT_OK);
    assert_int_equal(ct_adc_stream_stop(stream), CT_INVALID);
    assert_int_equal(ct_adc_stream_take(stream, counts, COUNT), CT_INVALID);
    assert_in_range(ct_adc_unit_read(microphone), 0, 4095); // single ones again
}

static void what_is_lost_is_said_once(void **state) {
    (void)state;
    uint16_t counts[COUNT];
    assert_int_equal(ct_adc_stream_start(stream), CT_OK);
    for (unsigned wait = 330; wait < 2000; wait += 50) { // more than a circle of 320 us
        f4_pass_us(wait);
        assert_int_equal(ct_adc_stream_take(stream, counts, COUNT), CT_OVERRUN);
        f4_pass_us(100);
        const uint32_t behind = asked;
        const int came = ct_adc_stream_take(stream, counts, COUNT);
        assert_in_range(came, 18, 24);
        uint32_t next = behind - (uint32_t)came - 1; // the newest may still be on its way to memory
        while (next < behind && counts[0] != value_of(next)) next++;
        for (int i = 0; i < came; i++) assert_int_equal(counts[i], value_of(next++));
        assert_in_range(next, behind - 1, behind + 1);
    }
    // taken in time, but not all of it
    int e = 0;
    for (unsigned n = 0; n < 20 && e != CT_OVERRUN; n++) {
        f4_pass_us(100);
        e = ct_adc_stream_take(stream, counts, 3);
    }
    assert_int_equal(e, CT_OVERRUN);
}

static void after_an_error_it_goes_on(void **state) {
    (void)state;
    uint16_t counts[COUNT];
    assert_int_equal(ct_adc_stream_start(stream), CT_OK);
    f4_pass_us(50);
    ct_model_dma_fail(2, 0, 3);
    f4_pass_us(50);
    assert_int_equal(ct_adc_stream_take(stream, counts, COUNT), CT_OVERRUN);
    f4_pass_us(100);
    assert_in_range(ct_adc_stream_take(stream, counts, COUNT), 15, 22);
}

#define TEST(name) cmocka_unit_test_setup(name, open)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_sample_comes_once_and_in_order), TEST(what_is_lost_is_said_once), TEST(after_an_error_it_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
