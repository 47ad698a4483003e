// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The SD card on SPI1 of the STM32F4, on the model of that, with the card of card.h behind.
#include "../../devices/stm32f4/tests/f4_test.h"

#include "card.h"

#include <corten/drivers/sdcard.h>
#include <corten/gpio.h>
#include <corten/spi_port.h>

enum { CLOCK = 16000000 };

static void pass_ns(void *object, uint32_t ns) { (void)object, ct_host_pass(ns); }
static const struct ct_delay_ops pass_ops = {.ns = pass_ns};

CT_GPIO(sck, A, 5);
CT_GPIO(miso, A, 6);
CT_GPIO(mosi, A, 7);
CT_GPIO(card_select, B, 0);
CT_SPI_PORT(spi, SPI1);
CT_SPI_PORT_BUS(spi_bus, spi, CLOCK);
CT_SDCARD_DEFINE(sd, .bus = CT_SPI_PORT_AS_BUS(spi_bus), .select = CT_GPIO_OUTPUT(card_select),
                 .delay = {&pass_ops, NULL}, .hz = 8000000)

static void slot_select(struct ct_model_spi_thing *thing, bool selected) {
    (void)thing;
    clocks_before = 10; // the model does not clock what is not selected
    if (selected) card_selected();
    else card_released();
}
static uint16_t slot_exchange(struct ct_model_spi_thing *thing, uint16_t frame, unsigned bits) {
    (void)thing;
    assert_int_equal(bits, 8);
    return exchange((uint8_t)frame);
}
static struct ct_model_spi_thing slot = {.select = slot_select, .exchange = slot_exchange};

static int open(void **state) {
    static struct ct_model_spi_place place;
    f4_open(state);
    slot.is_selected = false;
    card_released();
    clocks_before = 10;
    ct_gpio_enable(card_select);
    ct_gpio_set_high(card_select);
    ct_gpio_make_output(card_select, CT_GPIO_PUSH_PULL, CT_GPIO_FAST);
    ct_gpio_make_alternate(sck, 5, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_gpio_make_alternate(miso, 5, CT_GPIO_PUSH_PULL, CT_GPIO_PULL_UP);
    ct_gpio_make_alternate(mosi, 5, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_model_spi_attach(1, &place, &slot, CT_MODEL_PIN('B', 0));
    ct_spi_port_start(spi, CLOCK, 8000000);
    return 0;
}

static void a_card_is_an_array(void **state) {
    (void)state;
    static uint8_t should[BLOCKS][512];
    for (int kind = 0; kind < KINDS; kind++) {
        card_insert(kind);
        assert_int_equal(sd_start(), CT_OK);
        assert_int_equal(sd_blocks(), BLOCKS);
        for (int i = 0; i < 20; i++) {
            uint8_t data[1024];
            const uint32_t count = random_number() % 3, at = random_number() % (BLOCKS - count + 1);
            for (size_t b = 0; b < sizeof data; b++) data[b] = (uint8_t)random_number();
            if (i % 2) {
                assert_int_equal(sd_write(at, data, count), CT_OK);
                memcpy(should[at], data, count * 512);
            } else {
                assert_int_equal(sd_read(at, data, count), CT_OK);
                assert_memory_equal(data, should[at], count * 512);
            }
            assert_memory_equal(blocks, should, sizeof blocks);
        }
    }
}

static void a_card_with_faults(void **state) {
    (void)state;
    uint8_t data[512] = {1};
    card_insert(STANDARD);
    assert_int_equal(sd_start(), CT_OK);
    for (unsigned after = 1; after < 700; after += 37) { // a bit is wrong somewhere
        ct_model_spi_faults[1].flips_after = after;
        const enum ct_error e = sd_read(3, data, 1);
        ct_model_spi_faults[1].flips_after = 0;
        if (e) assert_int_equal(sd_read(3, data, 1), e == CT_NO_MEDIUM ? CT_NO_MEDIUM : CT_OK);
        else assert_memory_equal(data, blocks[3], 512); // it was none of the data
        if (e == CT_NO_MEDIUM) assert_int_equal(sd_start(), CT_OK);
    }
    ct_model_spi_faults[1].is_stuck = true;
    assert_int_equal(sd_read(3, data, 1), CT_TIMEOUT);
    assert_true(ct_model_pin_level(CT_MODEL_PIN('B', 0))); // released
    ct_model_spi_faults[1].is_stuck = false;
    assert_int_equal(sd_read(3, data, 1), CT_OK);
    pulled_at = bytes_moved + 200; // in the middle of a block
    assert_int_equal(sd_read(3, data, 1), CT_NO_MEDIUM);
    assert_int_equal(sd_write(3, data, 1), CT_NO_MEDIUM);
    assert_int_equal(sd_start(), CT_NO_MEDIUM);
    card_insert(HIGH_CAPACITY);
    assert_int_equal(sd_start(), CT_OK);
    assert_int_equal(sd_write(3, data, 1), CT_OK);
    assert_memory_equal(blocks[3], data, 512);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_card_is_an_array, open),
        cmocka_unit_test_setup(a_card_with_faults, open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
