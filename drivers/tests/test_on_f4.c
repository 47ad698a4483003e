// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Drivers on the STM32F4: its HAL, the models of its peripherals, and models of the devices behind
/// them. The clocks are the 16 MHz of a chip after reset.
#define CT_I2C_PORT_TRIES 20000 // 2 ms of the model
#include "../../devices/stm32f4/tests/f4_test.h"

#include "random.h"

#include <corten/adc_unit.h>
#include <corten/drivers/at24.h>
#include <corten/drivers/button.h>
#include <corten/drivers/encoder.h>
#include <corten/drivers/led.h>
#include <corten/drivers/ssd1306.h>
#include <corten/drivers/thermistor.h>
#include <corten/drivers/w25q.h>
#include <corten/gpio.h>
#include <corten/hal/spi_shared.h>
#include <corten/i2c_port.h>
#include <corten/spi_port.h>

enum { CLOCK = 16000000 };

static void pass_ns(void *object, uint32_t ns) { (void)object, ct_host_pass(ns); }
static const struct ct_delay_ops pass_ops = {.ns = pass_ns};
#define DELAY ((struct ct_delay){&pass_ops, NULL})

/* ---- I2C: an EEPROM of 8 KiB, and a display that keeps what it is sent */

CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
CT_I2C_PORT(port, I2C1, scl, sda);
CT_AT24_DEFINE(rom, .bus = CT_I2C_PORT_AS_BUS(port), .delay = DELAY, .size = 8192, .page = 32)
CT_SSD1306_DEFINE(oled, .bus = CT_I2C_PORT_AS_BUS(port), .height = 32)
CT_CANVAS_MONO(screen, 128, 32);

static uint8_t memory[8192], should[8192];
static struct ct_model_at24 chip = {
    .thing = {.address = 0x50}, .memory = memory, .bytes = sizeof memory, .page = 32};

static struct glass {
    struct ct_model_i2c_thing thing;
    bool begins, is_data, is_on;
    unsigned at;
    uint8_t shown[512];
} glass;
static bool glass_addressed(struct ct_model_i2c_thing *thing, bool is_read) {
    (void)thing;
    glass.begins = true;
    return !is_read;
}
static bool glass_write(struct ct_model_i2c_thing *thing, uint8_t byte) {
    (void)thing;
    if (glass.begins) glass.is_data = byte == 0x40;
    else if (glass.is_data) glass.shown[glass.at++ % sizeof glass.shown] = byte;
    else if (byte == 0xAE || byte == 0xAF) glass.is_on = byte == 0xAF;
    else if (byte == 0x22) glass.at = 0; // the window is set anew
    glass.begins = false;
    return true;
}

static int open_i2c(void **state) {
    f4_open(state);
    ct_model_at24_open(&chip);
    glass = (struct glass){
        .thing = {.address = 0x3C, .addressed = glass_addressed, .write = glass_write}};
    ct_model_i2c_wire(1, CT_MODEL_PIN('B', 8), CT_MODEL_PIN('B', 9));
    ct_model_i2c_attach(1, &chip.thing);
    ct_model_i2c_attach(1, &glass.thing);
    ct_i2c_port_start(port, CLOCK, 400000);
    memcpy(should, memory, sizeof should);
    return 0;
}

static void an_eeprom_is_an_array(void **state) {
    (void)state;
    for (int i = 0; i < 60; i++) {
        uint8_t data[80];
        const uint32_t length = random_number() % 81, place = random_number() % (8193 - length);
        for (uint32_t b = 0; b < length; b++) data[b] = (uint8_t)random_number();
        if (i % 2) {
            assert_int_equal(rom_write(place, data, length), CT_OK);
            memcpy(should + place, data, length);
        } else {
            assert_int_equal(rom_read(place, data, length), CT_OK);
            assert_memory_equal(data, should + place, length);
        }
        assert_memory_equal(memory, should, sizeof memory);
    }
}

static void an_eeprom_with_faults(void **state) {
    (void)state;
    uint8_t data[4] = "abc";
    chip.refuses_after = 3; // two bytes of place, one of data
    assert_int_equal(rom_write(0, data, 4), CT_NO_ACKNOWLEDGE_DATA);
    chip.refuses_after = -1;
    assert_int_equal(rom_write(0, data, 4), CT_OK);
    chip.thing.address = 0x57; // it is not there any more
    assert_int_equal(rom_read(0, data, 4), CT_NO_ACKNOWLEDGE_ADDRESS);
    chip.thing.address = 0x50;
    ct_model_i2c_hold_clock(1, true); // somebody holds the bus
    assert_int_equal(rom_read(0, data, 4), CT_TIMEOUT);
    ct_model_i2c_hold_clock(1, false);
    assert_int_equal(rom_read(0, data, 4), CT_OK);
    assert_memory_equal(data, "abc", 4);
}

static void a_display_shows_the_canvas(void **state) {
    (void)state;
    ct_canvas_frame(&screen, 0, 0, 128, 32, 1);
    ct_canvas_text(&screen, 10, 10, "STM32F4", 1);
    memset(glass.shown, 0xA5, sizeof glass.shown);
    assert_int_equal(oled_start(), CT_OK);
    assert_true(glass.is_on);
    for (unsigned i = 0; i < sizeof glass.shown; i++) assert_int_equal(glass.shown[i], 0);
    assert_int_equal(oled_show(&screen), CT_OK);
    assert_memory_equal(glass.shown, screen.pixels, 512);
    glass.thing.address = 0x3D; // unplugged, and plugged in again
    assert_int_equal(oled_show(&screen), CT_NO_ACKNOWLEDGE_ADDRESS);
    glass.thing.address = 0x3C;
    assert_int_equal(oled_show(&screen), CT_OK);
}

/* ---- SPI: a flash of 4 MiB */

CT_GPIO(sck, A, 5);
CT_GPIO(miso, A, 6);
CT_GPIO(mosi, A, 7);
CT_GPIO(chip_select, B, 0);
CT_SPI_PORT(spi, SPI1);
CT_SPI_PORT_BUS(spi_bus, spi, CLOCK);
CT_SPI_DEVICE(flash_device, CT_SPI_PORT_AS_BUS(spi_bus), CT_GPIO_OUTPUT(chip_select), DELAY);
CT_W25Q_DEFINE(flash, .spi = flash_device, .delay = DELAY)
CT_W25Q_DEFINE(careful, .spi = flash_device, .delay = DELAY, .verifies = true) // the same chip

enum { CELLS = 1 << 22, USED = 1 << 17 };
static uint8_t cells[CELLS], cells_should[USED];
static struct ct_model_w25q nor = {.memory = cells, .bytes = CELLS};
static struct ct_model_spi_place nor_place;

static int open_spi(void **state) {
    f4_open(state);
    ct_model_w25q_open(&nor);
    ct_gpio_enable(chip_select);
    ct_gpio_set_high(chip_select);
    ct_gpio_make_output(chip_select, CT_GPIO_PUSH_PULL, CT_GPIO_FAST);
    ct_gpio_make_alternate(sck, 5, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_gpio_make_alternate(miso, 5, CT_GPIO_PUSH_PULL, CT_GPIO_PULL_UP);
    ct_gpio_make_alternate(mosi, 5, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_model_spi_attach(1, &nor_place, &nor.thing, CT_MODEL_PIN('B', 0));
    ct_spi_port_start(spi, CLOCK, 8000000);
    return 0;
}

static void a_flash_is_an_array(void **state) {
    (void)state;
    assert_int_equal(flash_start(), CT_OK);
    assert_int_equal(flash_size(), CELLS);
    memset(cells_should, 0xFF, USED);
    for (int i = 0; i < 60; i++) {
        uint8_t data[600];
        const uint32_t length = random_number() % 601, place = random_number() % (USED - length + 1);
        for (uint32_t b = 0; b < length; b++) data[b] = (uint8_t)random_number();
        const uint32_t sectors = i % 9 == 0 ? 20 : 1, sector = random_number() % (33 - sectors);
        switch (i % 3) {
        case 0:
            assert_int_equal(flash_erase(sector * 4096, sectors * 4096), CT_OK);
            memset(cells_should + sector * 4096, 0xFF, sectors * 4096);
            break;
        case 1:
            assert_int_equal(flash_write(place, data, length), CT_OK);
            for (uint32_t b = 0; b < length; b++) cells_should[place + b] &= data[b];
            break;
        default:
            assert_int_equal(flash_read(place, data, length), CT_OK);
            assert_memory_equal(data, cells_should + place, length);
        }
        assert_memory_equal(cells, cells_should, USED);
        assert_int_equal(nor.ignored, 0); // it never was asked for anything while it was busy
    }
}

static void a_flash_with_faults(void **state) {
    (void)state;
    uint8_t data[4] = "abc";
    assert_int_equal(flash_start(), CT_OK);
    nor.is_dead = true;
    assert_int_equal(flash_write(0, data, 4), CT_NOT_FOUND);
    assert_int_equal(flash_start(), CT_NOT_FOUND);
    nor.is_dead = false;
    assert_int_equal(flash_start(), CT_OK);
    assert_int_equal(careful_start(), CT_OK);
    assert_int_equal(careful_write(4096, data, 4), CT_OK);
    nor.is_protected = true; // without saying so
    assert_int_equal(careful_write(8192, data, 4), CT_CORRUPT);
    assert_int_equal(careful_erase(4096, 4096), CT_CORRUPT);
    nor.is_protected = false;
    assert_int_equal(careful_erase(4096, 4096), CT_OK);
    ct_model_spi_faults[1].is_stuck = true;
    assert_int_equal(flash_read(0, data, 4), CT_TIMEOUT);
    assert_true(ct_model_pin_level(CT_MODEL_PIN('B', 0))); // released
    ct_model_spi_faults[1].is_stuck = false;
    assert_int_equal(flash_write(0, data, 4), CT_OK);
    assert_int_equal(flash_read(0, data, 4), CT_OK);
    assert_memory_equal(data, "abc", 4);
}

/* ---- a converter with a thermistor at its pin */

CT_ADC_UNIT(adc, ADC1);
CT_ADC_INPUT(input, adc, C, 5, 480);

static void a_thermistor_is_read(void **state) {
    (void)state;
    static struct ct_model_thermistor part = {25000, 10000, 3950, 10000, 3300};
    const struct ct_thermistor ntc = {.adc = CT_ADC_AS_ADC(input), .delay = DELAY,
                                      .fixed_ohm = 10000, .ohm_at_25 = 10000, .beta = 3950};
    ct_adc_unit_start(adc, CLOCK);
    ct_model_pin_ask_millivolts(CT_MODEL_PIN('C', 5), ct_model_thermistor_millivolts, &part);
    for (part.millicelsius = -20000; part.millicelsius <= 100000; part.millicelsius += 1234) {
        int32_t t = 0;
        assert_int_equal(ct_thermistor_read(ntc, &t), CT_OK);
        const int error = t - part.millicelsius; // of 4096 steps, and whole millivolts
        assert_in_range(error + 300, 0, 600);
    }
    ct_model_pin_ask_millivolts(CT_MODEL_PIN('C', 5), NULL, NULL);
    ct_model_pin_set_millivolts(CT_MODEL_PIN('C', 5), 3300); // broken
    int32_t t = 7;
    assert_int_equal(ct_thermistor_read(ntc, &t), CT_OUT_OF_RANGE);
}

/* ---- pins */

CT_GPIO(lamp, A, 8);
CT_GPIO(key_pin, C, 13);
CT_GPIO(a_pin, C, 1);
CT_GPIO(b_pin, C, 2);
CT_BUTTON_DEFINE(key, .pin = CT_GPIO_INPUT(key_pin), .is_pressed_when_low = true)
CT_ENCODER_DEFINE(knob, .a = CT_GPIO_INPUT(a_pin), .b = CT_GPIO_INPUT(b_pin))

static void lamp_key_and_knob(void **state) {
    (void)state;
    const struct ct_led led = {.pin = CT_GPIO_OUTPUT(lamp), .is_on_when_low = true};
    ct_gpio_enable(lamp);
    ct_gpio_make_output(lamp, CT_GPIO_PUSH_PULL, CT_GPIO_SLOW);
    assert_int_equal(ct_led_on(led), CT_OK);
    assert_false(ct_model_pin_level(CT_MODEL_PIN('A', 8)));
    assert_int_equal(ct_led_toggle(led), CT_OK);
    assert_true(ct_model_pin_level(CT_MODEL_PIN('A', 8)));
    assert_int_equal(ct_led_is_on(led), 0);

    static struct ct_model_drive finger, a, b;
    finger = a = b = (struct ct_model_drive){0};
    ct_gpio_enable(key_pin);
    ct_gpio_make_input(key_pin, CT_GPIO_PULL_UP);
    ct_gpio_make_input(a_pin, CT_GPIO_FLOATING);
    ct_gpio_make_input(b_pin, CT_GPIO_FLOATING);
    ct_model_attach(&finger, CT_MODEL_PIN('C', 13));
    ct_model_attach(&a, CT_MODEL_PIN('C', 1));
    ct_model_attach(&b, CT_MODEL_PIN('C', 2));
    unsigned seen = 0;
    int32_t turned = 0;
    for (uint32_t ms = 0; ms < 2000; ms++) {
        const bool bounces = ms >= 100 && ms < 105 && ms % 2;
        const bool pressed = (ms >= 100 && ms < 200) || (ms >= 300 && ms < 400);
        ct_model_drive(&finger, pressed && !bounces ? CT_MODEL_LOW : CT_MODEL_FLOATS);
        const uint32_t step = ms / 10 % 4; // a detent each 40 ms
        ct_model_drive(&a, step == 1 || step == 2 ? CT_MODEL_HIGH : CT_MODEL_LOW);
        ct_model_drive(&b, step >= 2 ? CT_MODEL_HIGH : CT_MODEL_LOW);
        enum ct_click click;
        assert_int_equal(key_update(ms, &click), CT_OK);
        if (click) seen = seen * 10 + (unsigned)click;
        assert_int_equal(knob_update(), CT_OK);
        turned += knob_take();
    }
    assert_int_equal(seen, CT_CLICK_DOUBLE * 10 + CT_CLICK_RELEASE);
    assert_int_equal(turned, 49); // the last one is under way
    assert_int_equal(knob_skipped(), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(an_eeprom_is_an_array, open_i2c),
        cmocka_unit_test_setup(an_eeprom_with_faults, open_i2c),
        cmocka_unit_test_setup(a_display_shows_the_canvas, open_i2c),
        cmocka_unit_test_setup(a_flash_is_an_array, open_spi),
        cmocka_unit_test_setup(a_flash_with_faults, open_spi),
        F4_TEST(a_thermistor_is_read),
        F4_TEST(lamp_key_and_knob),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
