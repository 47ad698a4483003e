// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// SPI with DMA on the model: both directions, one only, errors of each part, giving up.
#include "f4_test.h"

#include <corten/gpio.h>
#include <corten/spi_dma.h>

enum { CLOCK = 16000000 };

CT_SPI_PORT(port, SPI1);
CT_DMA_STREAM(in, DMA2, 0, SPI1_RX);
CT_DMA_STREAM(out, DMA2, 3, SPI1_TX);
CT_SPI_DMA(dma, port, SPI1, in, out, CLOCK);
CT_GPIO(sck, A, 5);
CT_GPIO(miso, A, 6);
CT_GPIO(mosi, A, 7);

static uint8_t heard[70000];
static unsigned heard_count;
static uint16_t answer(struct ct_model_spi_thing *thing, uint16_t frame, unsigned bits) {
    (void)thing, (void)bits;
    heard[heard_count % sizeof heard] = (uint8_t)frame;
    return (uint16_t)(heard_count++ * 3 & 0xFF);
}
static struct ct_model_spi_thing thing = {.exchange = answer};
static struct ct_model_spi_place place;
static struct ct_spi_nb bus;

static int open(void **state) {
    f4_open(state);
    thing.is_selected = false;
    ct_model_spi_attach(1, &place, &thing, CT_MODEL_PIN_NONE);
    ct_gpio_make_alternate(sck, 5, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_gpio_make_alternate(miso, 5, CT_GPIO_PUSH_PULL, CT_GPIO_PULL_UP);
    ct_gpio_make_alternate(mosi, 5, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_spi_port_start(port, CLOCK, 8000000);
    ct_spi_dma_init(dma);
    dma_state_ = (struct ct_spi_dma_state_){0};
    bus = CT_SPI_DMA_AS_NB(dma);
    heard_count = 0;
    return 0;
}
static enum ct_error finish(void) {
    enum ct_error e;
    while ((e = ct_spi_nb_poll(bus)) == CT_WOULD_BLOCK) f4_pass_us(1);
    assert_int_equal(ct_spi_nb_poll(bus), CT_INVALID);
    return e;
}

static uint8_t sent[70000], got[70000];

static void works(void) {
    for (unsigned i = 0; i < 100; i++) sent[i] = (uint8_t)(i ^ 0x55);
    memset(got, 0, 100);
    heard_count = 0;
    assert_int_equal(ct_spi_nb_start(bus, sent, got, 100), CT_OK);
    assert_int_equal(ct_spi_nb_start(bus, sent, got, 100), CT_BUSY);
    assert_int_equal(finish(), CT_OK);
    assert_int_equal(heard_count, 100);
    assert_memory_equal(heard, sent, 100);
    for (unsigned i = 0; i < 100; i++) assert_int_equal(got[i], (uint8_t)(i * 3));
}

static void both_ways_one_way_and_nothing(void **state) {
    (void)state;
    works();
    heard_count = 0;
    assert_int_equal(ct_spi_nb_start(bus, NULL, got, 7), CT_OK);
    assert_int_equal(finish(), CT_OK);
    assert_memory_equal(heard, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 7);
    assert_int_equal(got[6], 18);
    heard_count = 0;
    assert_int_equal(ct_spi_nb_start(bus, sent, NULL, 9), CT_OK);
    assert_int_equal(finish(), CT_OK);
    assert_memory_equal(heard, sent, 9);
    assert_int_equal(heard_count, 9);
    assert_int_equal(ct_spi_nb_start(bus, sent, got, 0), CT_OK);
    assert_int_equal(finish(), CT_OK);
    assert_int_equal(heard_count, 9);
    assert_int_equal(ct_spi_nb_cancel(bus), CT_INVALID);
    works();
}

static void the_core_is_free_and_the_wire_is_full(void **state) {
    (void)state;
    const uint64_t begin = ct_host_now();
    assert_int_equal(ct_spi_nb_start(bus, sent, got, 1000), CT_OK);
    assert_true(ct_host_now() - begin < 10000);
    assert_int_equal(finish(), CT_OK);
    assert_in_range(ct_host_now() - begin, 1000000, 1020000); // a byte takes 1 us, without gaps
}

static void more_than_a_stream_can_count(void **state) {
    (void)state;
    if (ct_model_has("SPI4")) skip(); // once is enough: on the F405
    for (unsigned i = 0; i < sizeof sent; i++) sent[i] = (uint8_t)(i * 11 + i / 256);
    assert_int_equal(ct_spi_nb_start(bus, sent, got, sizeof sent), CT_OK);
    assert_int_equal(finish(), CT_OK);
    assert_int_equal(heard_count, sizeof sent);
    assert_memory_equal(heard, sent, sizeof sent);
    assert_int_equal(got[69999], (uint8_t)(69999 * 3));
}

static void errors_of_either_stream(void **state) {
    (void)state;
    for (unsigned stream = 0; stream < 4; stream += 3) {
        ct_model_dma_fail(2, stream, 5);
        assert_int_equal(ct_spi_nb_start(bus, sent, got, 50), CT_OK);
        assert_int_equal(finish(), CT_TRANSFER);
        works();
    }
    ct_model_spi_faults[1].overruns_after = 4;
    assert_int_equal(ct_spi_nb_start(bus, sent, got, 50), CT_OK);
    assert_int_equal(finish(), CT_OVERRUN);
    works();
}

static void what_does_not_move_is_given_up(void **state) {
    (void)state;
    ct_model_spi_faults[1].is_stuck = true;
    assert_int_equal(ct_spi_nb_start(bus, sent, got, 50), CT_OK);
    f4_pass_us(1000);
    assert_int_equal(ct_spi_nb_poll(bus), CT_WOULD_BLOCK);
    assert_int_equal(ct_spi_nb_cancel(bus), CT_OK);
    assert_int_equal(ct_spi_nb_poll(bus), CT_INVALID);
    ct_model_spi_faults[1].is_stuck = false;
    works();
    assert_int_equal(ct_spi_nb_start(bus, sent, got, 50), CT_OK); // in the middle
    f4_pass_us(20);
    assert_int_equal(ct_spi_nb_cancel(bus), CT_OK);
    works();
}

static unsigned interrupts;
static enum ct_error last;
void DMA2_Stream0_Handler(void);
void DMA2_Stream0_Handler(void) {
    interrupts++;
    last = ct_spi_nb_poll(bus);
}
static void its_interrupt_comes_at_the_end(void **state) {
    (void)state;
    interrupts = 0;
    ct_port_enable(DMA2_Stream0_IRQn, 1);
    assert_int_equal(ct_spi_nb_start(bus, sent, got, 20), CT_OK);
    f4_pass_us(100);
    assert_int_equal(interrupts, 1);
    assert_int_equal(last, CT_OK);
}

#define TEST(name) cmocka_unit_test_setup(name, open)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(both_ways_one_way_and_nothing), TEST(the_core_is_free_and_the_wire_is_full),
        TEST(more_than_a_stream_can_count), TEST(errors_of_either_stream),
        TEST(what_does_not_move_is_given_up), TEST(its_interrupt_comes_at_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
