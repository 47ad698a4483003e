// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Streams: what they move, what they report, and that nobody touches a buffer that they have.
#include "f4_test.h"

#include <corten/dma.h>

#include <stdlib.h>

CT_DMA_STREAM(sampler, DMA2, 5, TIM1_UP);
CT_DMA_STREAM(patterns, DMA2, 1, TIM1_CH1);
CT_DMA_COPIER(copier, DMA2, 0);

static CT_DMA_BUFFER(uint16_t, 8) samples;
static CT_DMA_BUFFER(uint16_t, 4) first, second;
static CT_DMA_BUFFER(uint32_t, 300) from, to;

static unsigned events;
void DMA2_Stream5_Handler(void);
void DMA2_Stream5_Handler(void) { events |= ct_dma_take(sampler); }

static int open(void **state) {
    f4_open(state);
    memset(&samples, 0, sizeof samples);
    memset(&first, 0, sizeof first);
    memset(&second, 0, sizeof second);
    memset(&from, 0, sizeof from);
    memset(&to, 0, sizeof to);
    events = 0;
    ct_dma_init(sampler);
    reg_set(RCC->AHB1ENR, RCC_AHB1ENR_GPIOAEN);
    (void)reg_raw(RCC->AHB1ENR);
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER0_Output);
    return 0;
}

/// The timer asks for a sample; the port shows `level` on PA0.
static void sample(bool level) {
    reg_write_raw(GPIOA->BSRR, level ? 1 : 1u << 16);
    ct_model_dma_pulse("TIM1_UP");
    f4_pass_us(2);
}

static void elements_come_one_a_request(void **state) {
    (void)state;
    ct_port_enable(DMA2_Stream5_IRQn, 2);
    ct_dma_receive(sampler, samples, 4, GPIOA->IDR, CT_DMA_COMPLETE | CT_DMA_ERROR | CT_DMA_HALF_WAY);
    assert_int_equal(ct_dma_remaining(sampler), 4);
    sample(true);
    assert_int_equal(ct_dma_remaining(sampler), 3);
    EXPECT_STOP("a buffer is touched that the DMA has", (void)CT_DMA_ELEMENTS(samples));
    assert_int_equal(events, 0);
    sample(false);
    assert_int_equal(events, CT_DMA_HALF_WAY);
    sample(true);
    sample(true);
    assert_int_equal(events, CT_DMA_HALF_WAY | CT_DMA_COMPLETE);
    assert_false(ct_dma_is_running(sampler));
    const uint16_t *got = CT_DMA_ELEMENTS(samples);
    assert_int_equal(got[0] & 1, 1);
    assert_int_equal(got[1] & 1, 0);
    assert_int_equal(got[3] & 1, 1);
    assert_int_equal(got[4], 0);
}

static void a_circle_has_two_halves(void **state) {
    (void)state;
    ct_dma_receive(sampler, samples, 8, GPIOA->IDR, CT_DMA_CIRCULAR);
    for (int i = 0; i < 3; i++) sample(i & 1);
    EXPECT_STOP("a half of a buffer is touched", (void)CT_DMA_HALF(samples, 0));
    (void)CT_DMA_HALF(samples, 1);
    sample(1);
    assert_int_equal(ct_dma_take(sampler), CT_DMA_HALF_WAY);
    assert_int_equal(CT_DMA_HALF(samples, 0)[1] & 1, 1);
    EXPECT_STOP("a half of a buffer is touched", (void)CT_DMA_HALF(samples, 1));
    for (int i = 0; i < 5; i++) sample(i & 1);
    assert_int_equal(ct_dma_take(sampler), CT_DMA_COMPLETE);
    assert_int_equal(ct_dma_remaining(sampler), 7);
    assert_int_equal(ct_dma_stop(sampler), CT_OK);
    assert_false(ct_dma_is_running(sampler));
    assert_int_equal(ct_dma_take(sampler), 0);
    (void)CT_DMA_ELEMENTS(samples);
}

static void two_buffers_take_turns(void **state) {
    (void)state;
    ct_dma_receive_in_turn(sampler, first, second, GPIOA->IDR, CT_DMA_COMPLETE);
    (void)CT_DMA_ELEMENTS(second);
    EXPECT_STOP("a buffer is touched", (void)CT_DMA_ELEMENTS(first));
    for (int i = 0; i < 4; i++) sample(true);
    assert_true(ct_dma_take(sampler) & CT_DMA_COMPLETE);
    assert_int_equal(CT_DMA_ELEMENTS(first)[3] & 1, 1);
    EXPECT_STOP("a buffer is touched", (void)CT_DMA_ELEMENTS(second));
    for (int i = 0; i < 4; i++) sample(false);
    assert_int_equal(CT_DMA_ELEMENTS(second)[3] & 1, 0);
    EXPECT_STOP("a buffer is touched", (void)CT_DMA_ELEMENTS(first));
    assert_int_equal(ct_dma_stop(sampler), CT_OK);
}

static void patterns_go_out(void **state) {
    (void)state;
    uint16_t *out = CT_DMA_ELEMENTS(first);
    for (int i = 0; i < 4; i++) out[i] = (uint16_t)(i & 1);
    ct_dma_send(patterns, first, 4, GPIOA->ODR, 0);
    bool seen[4];
    for (int i = 0; i < 4; i++) {
        ct_model_dma_pulse("TIM1_CH1");
        f4_pass_us(2);
        seen[i] = ct_model_pin_level(CT_MODEL_PIN('A', 0));
    }
    assert_memory_equal(seen, ((bool[]){0, 1, 0, 1}), sizeof seen);
    assert_int_equal(ct_dma_take(patterns), CT_DMA_HALF_WAY | CT_DMA_COMPLETE);
}

static void memory_is_copied(void **state) {
    (void)state;
    uint32_t *source = CT_DMA_ELEMENTS(from);
    srand(1);
    for (unsigned round = 0; round < 20; round++) {
        const unsigned count = 1 + (unsigned)rand() % 300;
        for (unsigned i = 0; i < 300; i++) source[i] = (uint32_t)rand();
        const uint32_t after = count < 300 ? CT_DMA_ELEMENTS(to)[count] : 0;
        ct_dma_copy(copier, to, from, count, 0);
        while (!(ct_dma_take(copier) & CT_DMA_COMPLETE)) {}
        assert_memory_equal(CT_DMA_ELEMENTS(to), source, count * sizeof *source);
        if (count < 300) assert_int_equal(CT_DMA_ELEMENTS(to)[count], after);
    }
}

static void every_stream_has_its_flags(void **state) {
    (void)state;
    for (unsigned n = 0; n < 8; n++) {
        struct ct_dma_stream stream = copier;
        stream.registers = CT_REG_AT(DMA_Stream_regs, 0x40026410u + 0x18u * n);
        stream.number = (uint8_t)n;
        for (int again = 0; again < 2; again++) { // the second time with the flags of the first
            memset(CT_DMA_ELEMENTS(to), 0, 8 * sizeof(uint32_t));
            CT_DMA_ELEMENTS(from)[7] = 0x1000 + n;
            enum { stream_way_ = 0 };
            ct_dma_copy(stream, to, from, 8, 0);
            for (unsigned looks = 1000; ct_dma_is_running(stream) && looks; looks--) {}
            assert_int_equal(CT_DMA_ELEMENTS(to)[7], 0x1000 + n);
        }
        assert_int_equal(ct_dma_take(stream), CT_DMA_COMPLETE | CT_DMA_HALF_WAY);
        assert_int_equal(reg_raw(DMA2->LISR) | reg_raw(DMA2->HISR), 0);
    }
}

static void a_bus_error_ends_the_transfer_and_the_stream_works_again(void **state) {
    (void)state;
    ct_dma_receive(sampler, samples, 8, GPIOA->IDR, CT_DMA_ERROR | CT_DMA_COMPLETE);
    ct_model_dma_fail(2, 5, 3);
    for (int i = 0; i < 3; i++) sample(true);
    assert_int_equal(ct_dma_take(sampler), CT_DMA_ERROR);
    assert_false(ct_dma_is_running(sampler));
    assert_int_equal(CT_DMA_ELEMENTS(samples)[1] & 1, 1);
    assert_int_equal(CT_DMA_ELEMENTS(samples)[2], 0);
    ct_dma_receive(sampler, samples, 1, GPIOA->IDR, 0);
    sample(true);
    assert_true(ct_dma_take(sampler) & CT_DMA_COMPLETE);
    // an address where there is nothing
    ct_dma_receive(sampler, samples, 8, *(uint32_t *)0x90000000, 0);
    sample(true);
    assert_int_equal(ct_dma_take(sampler), CT_DMA_ERROR);
}

static void a_lent_buffer_comes_back(void **state) {
    (void)state;
    for (int i = 0; i < 4; i++) CT_DMA_ELEMENTS(first)[i] = (uint16_t)(i & 1);
    unsigned rounds = 0;
    CT_DMA_SENDING(patterns, first, 4, GPIOA->ODR, 1000) {
        for (; rounds < 4; rounds++) {
            ct_model_dma_pulse("TIM1_CH1");
            f4_pass_us(2);
        }
    }
    assert_int_equal(rounds, 4);
    assert_int_equal(ct_dma_take(patterns), CT_DMA_HALF_WAY | CT_DMA_COMPLETE);
    CT_DMA_ELEMENTS(first)[0] = 1;
    CT_DMA_RECEIVING(sampler, samples, 8, GPIOA->IDR, 100) { sample(true); } // seven too few
    assert_false(ct_dma_is_running(sampler));
    assert_int_equal(ct_dma_take(sampler), 0);
    assert_int_equal(CT_DMA_ELEMENTS(samples)[0] & 1, 1);
}

static void mistakes_end_in_a_sentence(void **state) {
    (void)state;
    ct_dma_receive(sampler, samples, 8, GPIOA->IDR, 0);
    EXPECT_STOP("a DMA stream is started that runs", ct_dma_receive(sampler, first, 4, GPIOA->IDR, 0));
    EXPECT_STOP("a buffer is touched that the DMA has", ct_dma_send(patterns, samples, 8, GPIOA->ODR, 0));
    assert_int_equal(ct_dma_stop(sampler), CT_OK);
    EXPECT_STOP("more elements than the buffer has", ct_dma_receive(sampler, first, 5, GPIOA->IDR, 0));
    // the model's own
    EXPECT_REPORT("is turned on with nothing to move", reg_set(DMA2_Stream3->CR, DMA_Stream_CR_EN));
    EXPECT_REPORT("DMA2_Stream3.CR is changed while the stream is on", reg_modify(DMA2_Stream3->CR, DMA_Stream_CR_CHSEL(3)));
    EXPECT_REPORT("written while the stream is on", reg_write(DMA2_Stream3->NDTR, DMA_Stream_NDTR_NDT(3)));
}

#define TEST(name) cmocka_unit_test_setup(name, open)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(elements_come_one_a_request), TEST(a_circle_has_two_halves), TEST(two_buffers_take_turns),
        TEST(patterns_go_out), TEST(memory_is_copied), TEST(every_stream_has_its_flags),
        TEST(a_bus_error_ends_the_transfer_and_the_stream_works_again), TEST(a_lent_buffer_comes_back), TEST(mistakes_end_in_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
