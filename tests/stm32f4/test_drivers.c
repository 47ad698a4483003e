// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The drivers of a flash memory, an EEPROM and a thermistor, which know nothing but hal/, on the peripherals
// of the STM32F4 and the models of the parts: over buses that wait and buses by DMA, against plain memory.
#define CT_I2C_PORT_TRIES 20000
#include "f4_test.h"

#include <corten/adc_unit.h>
#include <corten/drivers/at24.h>
#include <corten/drivers/thermistor.h>
#include <corten/drivers/w25q.h>
#include <corten/hal/blocking.h>
#include <corten/hal/spi_shared.h>
#include <corten/i2c_dma.h>
#include <corten/spi_dma.h>
#include <corten/tim.h>

enum { CLOCK = 16000000, FLASH_BYTES = 1 << 19, ROM_BYTES = 8192 };

CT_PIN_ALTERNATE(sck, A, 5, SPI1_SCK, PUSH_PULL, FLOATING, FAST);
CT_PIN_ALTERNATE(miso, A, 6, SPI1_MISO, PUSH_PULL, PULL_UP, FAST);
CT_PIN_ALTERNATE(mosi, A, 7, SPI1_MOSI, PUSH_PULL, FLOATING, FAST);
CT_SPI_PORT_CHECK_PINS(SPI1, sck, miso, mosi);
CT_PIN_OUT(cs, B, 0, PUSH_PULL, FAST, HIGH);
CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
CT_SPI_PORT(spi, SPI1);
CT_I2C_PORT(i2c, I2C1, scl, sda);
CT_DMA_STREAM(spi_in, DMA2, 0, SPI1_RX);
CT_DMA_STREAM(spi_out, DMA2, 3, SPI1_TX);
CT_DMA_STREAM(i2c_in, DMA1, 0, I2C1_RX);
CT_DMA_STREAM(i2c_out, DMA1, 6, I2C1_TX);
CT_SPI_DMA(spi_bus, spi, SPI1, spi_in, spi_out, CLOCK);
CT_I2C_DMA(i2c_bus, i2c, I2C1, i2c_in, i2c_out);
CT_ADC_UNIT(adc, ADC1);
CT_ADC_INPUT(sensor, adc, C, 1, 84);
CT_TIM(tim4, TIM4);
CT_TIM_MICROSECONDS(pause, tim4, CLOCK);
CT_TIM(tim5, TIM5);
CT_TIM_MICROSECONDS(limit, tim5, CLOCK);

static uint8_t flash_memory[FLASH_BYTES], rom_memory[ROM_BYTES];
static struct ct_model_w25q flash_model = {.memory = flash_memory, .bytes = FLASH_BYTES};
static struct ct_model_at24 rom_model = {.thing = {.address = 0x50}, .memory = rom_memory, .bytes = ROM_BYTES, .page = 32};
static struct ct_model_spi_place place;

// Both kinds of bus, chosen at run time: the drivers do not notice.
static struct ct_spi_bus flash_bus;
static struct ct_i2c rom_bus;
static enum ct_error select_and_move(void *none, const struct ct_spi_operation *operations, size_t count) {
    (void)none;
    return ct_spi_transact(flash_bus, CT_PIN_AS_OUTPUT(cs), CT_NO_DELAY, operations, count);
}
static enum ct_error move_i2c(void *none, struct ct_i2c_address address,
                              const struct ct_i2c_operation *operations, size_t count) {
    (void)none;
    return ct_i2c_transaction(rom_bus, address, operations, count);
}
static const struct ct_spi_device_ops flash_ops = {select_and_move};
static const struct ct_i2c_ops rom_ops = {move_i2c, NULL};
static const struct ct_countdown countdown = {&ct_tim_countdown_ops, (void *)(uintptr_t)&pause};
#define DELAY CT_DELAY_BY_COUNTDOWN(&countdown)
CT_W25Q_DEFINE(flash, .spi = {&flash_ops, NULL}, .delay = DELAY);
CT_AT24_DEFINE(rom, .bus = {&rom_ops, NULL}, .delay = DELAY, .size = ROM_BYTES, .page = 32);

static struct ct_spi_blocking spi_waits;
static struct ct_i2c_blocking i2c_waits;

static int open(void **state) {
    f4_open(state);
    ct_model_access_ns = 1000; // a slow core: the test is long enough
    ct_model_w25q_open(&flash_model);
    ct_model_at24_open(&rom_model);
    ct_pin_start(sck);
    ct_pin_start(miso);
    ct_pin_start(mosi);
    ct_pin_start(cs);
    ct_model_spi_attach(1, &place, &flash_model.thing, CT_MODEL_PIN('B', 0));
    ct_model_i2c_wire(1, CT_MODEL_PIN('B', 8), CT_MODEL_PIN('B', 9));
    ct_model_i2c_attach(1, &rom_model.thing);
    ct_spi_port_start(spi, CLOCK, 8000000);
    ct_i2c_port_start(i2c, CLOCK, 400000);
    ct_spi_dma_init(spi_bus);
    ct_i2c_dma_init(i2c_bus);
    ct_adc_unit_start(adc, CLOCK);
    spi_bus_state_ = (struct ct_spi_dma_state_){0};
    i2c_bus_state_ = (struct ct_i2c_dma_state_){0};
    const struct ct_countdown timer = CT_TIM_COUNTDOWN(limit);
    spi_waits = (struct ct_spi_blocking){CT_SPI_DMA_AS_NB(spi_bus), timer, 10000};
    i2c_waits = (struct ct_i2c_blocking){CT_I2C_DMA_AS_NB(i2c_bus), timer, 20000};
    return 0;
}
static void use(bool dma) {
    static const struct ct_spi_port_bus polled = {{CT_REG_AT(SPI_regs, 0x40013000u), 2, 12}, CLOCK};
    flash_bus = dma ? CT_SPI_BLOCKING(&spi_waits) : CT_SPI_PORT_AS_BUS(polled);
    rom_bus = dma ? CT_I2C_BLOCKING(&i2c_waits) : CT_I2C_PORT_AS_BUS(i2c);
}

static uint32_t seed;
static uint32_t random_below(uint32_t most) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % most;
}

static void a_flash_keeps_what_it_was_given(void **state) {
    (void)state;
    static uint8_t reference[FLASH_BYTES], data[700], got[700];
    for (unsigned dma = 0; dma < 2; dma++) {
        seed = 5 + dma;
        use(dma);
        ct_model_w25q_open(&flash_model);
        memset(reference, 0xFF, sizeof reference);
        assert_int_equal(flash_start(), CT_OK);
        for (unsigned n = 0; n < 30; n++) {
            const uint32_t length = 1 + random_below(sizeof data), at = random_below(8 * 4096 - length);
            if (random_below(4) == 0) {
                const uint32_t sector = at / 4096 * 4096;
                assert_int_equal(flash_erase(sector, 4096), CT_OK);
                memset(&reference[sector], 0xFF, 4096);
            } else if (random_below(2)) {
                for (uint32_t i = 0; i < length; i++) reference[at + i] &= data[i] = (uint8_t)random_below(256);
                assert_int_equal(flash_write(at, data, length), CT_OK);
            } else {
                assert_int_equal(flash_read(at, got, length), CT_OK);
                assert_memory_equal(got, &reference[at], length);
            }
        }
        assert_memory_equal(flash_memory, reference, sizeof reference);
        assert_int_equal(flash_model.ignored, 0);
    }
}

static void an_eeprom_keeps_what_it_was_given(void **state) {
    (void)state;
    static uint8_t reference[ROM_BYTES], data[100], got[100];
    for (unsigned dma = 0; dma < 2; dma++) {
        seed = 9 + dma;
        use(dma);
        ct_model_at24_open(&rom_model);
        memset(reference, 0xFF, sizeof reference);
        for (unsigned n = 0; n < 12; n++) {
            const uint32_t length = 1 + random_below(sizeof data), at = random_below(ROM_BYTES - length);
            for (uint32_t i = 0; i < length; i++) reference[at + i] = data[i] = (uint8_t)random_below(256);
            assert_int_equal(rom_write(at, data, length), CT_OK);
            assert_int_equal(rom_read(at, got, length), CT_OK);
            assert_memory_equal(got, data, length);
        }
        assert_memory_equal(rom_memory, reference, sizeof reference);
    }
}

static void faults_reach_the_driver_and_pass(void **state) {
    (void)state;
    uint8_t byte = 0;
    for (unsigned dma = 0; dma < 2; dma++) {
        use(dma);
        assert_int_equal(flash_start(), CT_OK);
        ct_model_spi_faults[1].is_stuck = true;
        assert_int_equal(flash_read(0, &byte, 1), CT_TIMEOUT);
        ct_model_spi_faults[1].is_stuck = false;
        assert_int_equal(flash_read(0, &byte, 1), CT_OK);
        flash_model.is_dead = true;
        assert_int_equal(flash_start(), CT_NOT_FOUND);
        flash_model.is_dead = false;
        assert_int_equal(flash_start(), CT_OK);
        ct_model_i2c_hold_data(1, 7);
        assert_int_equal(rom_read(0, &byte, 1), CT_TIMEOUT);
        assert_int_equal(rom_read(0, &byte, 1), CT_OK);
        rom_model.refuses_after = 2;
        assert_int_equal(rom_write(0, "abc", 3), CT_NO_ACKNOWLEDGE_DATA);
        rom_model.refuses_after = -1;
        assert_int_equal(rom_write(0, "abc", 3), CT_OK);
        assert_memory_equal(rom_memory, "abc", 3);
    }
}

static void a_thermistor_is_read(void **state) {
    (void)state;
    static struct ct_model_thermistor model = {25000, 10000, 3950, 10000, 3300};
    const struct ct_thermistor ntc = {.adc = CT_ADC_AS_ADC(sensor), .delay = DELAY, .fixed_ohm = 10000,
                                      .ohm_at_25 = 10000, .beta = 3950};
    ct_model_pin_ask_millivolts(CT_MODEL_PIN('C', 1), ct_model_thermistor_millivolts, &model);
    for (int32_t t = -20000; t <= 100000; t += 7500) { // what a count and a millivolt leave
        int32_t is = 0;
        model.millicelsius = t;
        assert_int_equal(ct_thermistor_read(ntc, &is), CT_OK);
        assert_true(is > t - 250 && is < t + 250);
    }
    ct_model_pin_set_millivolts(CT_MODEL_PIN('C', 1), 3300);
    int32_t is = 0;
    assert_int_equal(ct_thermistor_read(ntc, &is), CT_OUT_OF_RANGE);
    ct_model_adc.is_stuck = true;
    assert_int_equal(ct_thermistor_read(ntc, &is), CT_TIMEOUT);
}

#define TEST(name) cmocka_unit_test_setup(name, open)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_flash_keeps_what_it_was_given), TEST(an_eeprom_keeps_what_it_was_given),
        TEST(faults_reach_the_driver_and_pass), TEST(a_thermistor_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
