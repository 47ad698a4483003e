// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Drivers on the STM32F4: its HAL, the models of its peripherals, and models of the devices behind
/// them. The clocks are the 16 MHz of a chip after reset.
#define CT_I2C_PORT_TRIES 20000 // 2 ms of the model
#include "../../devices/stm32f4/tests/f4_test.h"

#include "random.h"

#include <corten/adc_unit.h>
#include <corten/drivers/at24.h>
#include <corten/drivers/bme280.h>
#include <corten/drivers/button.h>
#include <corten/drivers/ds18b20.h>
#include <corten/drivers/encoder.h>
#include <corten/drivers/hd44780.h>
#include <corten/drivers/led.h>
#include <corten/drivers/lm75.h>
#include <corten/drivers/mpu6050.h>
#include <corten/drivers/ssd0323.h>
#include <corten/drivers/ssd1306.h>
#include <corten/drivers/thermistor.h>
#include <corten/drivers/w25q.h>
#include <corten/gpio.h>
#include <corten/hal/spi_shared.h>
#include <corten/i2c_port.h>
#include <corten/pins.h>
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

// A sensor: registers, of which the one that is written first is read first.
struct sensor {
    struct ct_model_i2c_thing thing;
    bool begins;
    uint8_t at, registers[256];
};
static bool sensor_addressed(struct ct_model_i2c_thing *thing, bool is_read) {
    ((struct sensor *)thing)->begins = !is_read;
    return true;
}
static bool sensor_write(struct ct_model_i2c_thing *thing, uint8_t byte) {
    struct sensor *const s = (struct sensor *)thing;
    if (s->begins) s->at = byte;
    else s->registers[s->at++] = byte & 0x7F; // a reset is over at once
    s->begins = false;
    return true;
}
static uint8_t sensor_read(struct ct_model_i2c_thing *thing) {
    struct sensor *const s = (struct sensor *)thing;
    return s->registers[s->at++];
}
static struct sensor weather_chip, motion_chip, room_chip;
static void open_sensor(struct sensor *sensor, uint16_t address) {
    *sensor = (struct sensor){.thing = {.address = address, .addressed = sensor_addressed,
                                        .write = sensor_write, .read = sensor_read}};
    ct_model_i2c_attach(1, &sensor->thing);
}
CT_BME280_DEFINE(weather, .bus = CT_I2C_PORT_AS_BUS(port), .delay = DELAY)
CT_MPU6050_DEFINE(motion, .bus = CT_I2C_PORT_AS_BUS(port), .delay = DELAY)
CT_LM75_DEFINE(room, .bus = CT_I2C_PORT_AS_BUS(port))

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

static void sensors_are_read(void **state) {
    (void)state;
    open_sensor(&weather_chip, 0x76);
    open_sensor(&motion_chip, 0x68);
    open_sensor(&room_chip, 0x48);
    struct ct_bme280_reading air;
    assert_int_equal(weather_start(), CT_NOT_FOUND); // it says it is something else
    weather_chip.registers[0xD0] = 0x58;
    memcpy(weather_chip.registers + 0x88, // the worked example of the data sheet
           "\x70\x6B\x43\x67\x18\xFC\x7D\x8E\x43\xD6\xD0\x0B\x27\x0B\x8C\x00\xF9\xFF\x8C\x3C\xF8\xC6\x70\x17", 24);
    memcpy(weather_chip.registers + 0xF7, "\x65\x5A\xC0\x7E\xED\x00", 6);
    assert_int_equal(weather_start(), CT_OK);
    assert_int_equal(weather_measure(&air), CT_OK);
    assert_int_equal(air.centicelsius, 2508);
    assert_int_equal(air.pascal_q8, 25767233);
    struct ct_mpu6050_reading way;
    motion_chip.registers[0x75] = 0x68;
    motion_chip.registers[0x3F] = 0x40;
    assert_int_equal(motion_start(), CT_OK);
    assert_int_equal(motion_chip.registers[0x6B], 1);
    assert_int_equal(motion_read(&way), CT_OK);
    assert_int_equal(way.milli_g[2], 1000);
    int32_t t;
    room_chip.registers[0] = 0x19;
    assert_int_equal(room_read(&t), CT_OK);
    assert_int_equal(t, 25000);
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

/* ---- SPI with a line for data and commands: a display that keeps what it is sent */

CT_GPIO(dc, B, 1);
CT_GPIO(oled_select, B, 2);
CT_SPI_DEVICE(oled_device, CT_SPI_PORT_AS_BUS(spi_bus), CT_GPIO_OUTPUT(oled_select), DELAY);
CT_SSD0323_DEFINE(grey_oled, .spi = oled_device, .dc = CT_GPIO_OUTPUT(dc))
CT_CANVAS_GREY(grey, 128, 64);
static uint8_t grey_shown[4096], grey_commands[64];
static unsigned grey_count, grey_commands_count;
static uint16_t grey_exchange(struct ct_model_spi_thing *thing, uint16_t frame, unsigned bits) {
    (void)thing, (void)bits;
    if (ct_model_pin_level(CT_MODEL_PIN('B', 1))) grey_shown[grey_count++ % 4096] = (uint8_t)frame;
    else grey_commands[grey_commands_count++ % 64] = (uint8_t)frame;
    return 0xFFFF;
}
static struct ct_model_spi_thing grey_glass = {.exchange = grey_exchange};

static void a_grey_display_shows_the_canvas(void **state) {
    (void)state;
    static struct ct_model_spi_place place;
    grey_glass.is_selected = false;
    ct_gpio_set_high(oled_select);
    ct_gpio_make_output(oled_select, CT_GPIO_PUSH_PULL, CT_GPIO_FAST);
    ct_model_spi_attach(1, &place, &grey_glass, CT_MODEL_PIN('B', 2));
    ct_gpio_make_output(dc, CT_GPIO_PUSH_PULL, CT_GPIO_FAST);
    memset(grey_shown, 0xA5, sizeof grey_shown);
    assert_int_equal(grey_oled_start(), CT_OK);
    assert_int_equal(grey_count, 4096);
    for (unsigned i = 0; i < 4096; i++) assert_int_equal(grey_shown[i], 0);
    assert_int_equal(grey_commands[grey_commands_count - 1], 0xAF);
    ct_canvas_line(&grey, 0, 0, 127, 63, 9);
    grey_count = 0;
    assert_int_equal(grey_oled_show(&grey), CT_OK);
    assert_int_equal(grey_count, 4096);
    assert_memory_equal(grey_shown, grey.pixels, 4096);
}

/* ---- six pins: a character display that takes half bytes at the falling edge of E */

CT_GPIO(rs, D, 0);
CT_GPIO(e, D, 1);
CT_GPIO(d4, D, 4);
CT_GPIO(d5, D, 5);
CT_GPIO(d6, D, 6);
CT_GPIO(d7, D, 7);
CT_HD44780_DEFINE(lcd, .rs = CT_GPIO_OUTPUT(rs), .e = CT_GPIO_OUTPUT(e),
                  .data = {CT_GPIO_OUTPUT(d4), CT_GPIO_OUTPUT(d5), CT_GPIO_OUTPUT(d6), CT_GPIO_OUTPUT(d7)},
                  .delay = DELAY)
static struct lcd {
    struct ct_model_watch watch;
    bool has_four_lines, has_half;
    uint8_t half, at, text[128];
    uint64_t rose, busy_until;
} glass_2;
static void e_changed(struct ct_model_watch *watch, bool high) {
    (void)watch;
    struct lcd *const l = &glass_2;
    if (high) l->rose = ct_host_now();
    if (high) return;
    assert_true(ct_host_now() - l->rose >= 450 && ct_host_now() >= l->busy_until); // enable pulse; ready
    uint8_t nibble = 0;
    for (unsigned i = 0; i < 4; i++)
        nibble |= (uint8_t)(ct_model_pin_level(CT_MODEL_PIN('D', 4 + i)) << i);
    if (!l->has_four_lines) {
        l->has_four_lines = nibble == 2;
        l->busy_until = ct_host_now() + 37000;
        return;
    }
    l->has_half = !l->has_half;
    if (l->has_half) {
        l->half = nibble;
        return;
    }
    const uint8_t byte = (uint8_t)(l->half << 4 | nibble);
    l->busy_until = ct_host_now() + (byte == 1 ? 1520000 : 37000);
    if (ct_model_pin_level(CT_MODEL_PIN('D', 0))) l->text[l->at++ & 127] = byte;
    else if (byte & 0x80) l->at = byte & 127;
    else if (byte == 1) memset(l->text, ' ', sizeof l->text), l->at = 0;
}

static void a_character_display_shows_text(void **state) {
    (void)state;
    glass_2 = (struct lcd){.half = 0};
    const struct ct_gpio pins[] = {rs, e, d4, d5, d6, d7};
    for (size_t i = 0; i < CT_COUNT(pins); i++) {
        ct_gpio_enable(pins[i]);
        ct_gpio_make_output(pins[i], CT_GPIO_PUSH_PULL, CT_GPIO_SLOW);
    }
    ct_model_pin_watch(&glass_2.watch, CT_MODEL_PIN('D', 1), e_changed);
    assert_int_equal(lcd_start(), CT_OK);
    assert_int_equal(lcd_write("Corten"), CT_OK);
    assert_int_equal(lcd_at(3, 1), CT_OK);
    assert_int_equal(lcd_write("F4"), CT_OK);
    assert_memory_equal(glass_2.text, "Corten  ", 8);
    assert_memory_equal(glass_2.text + 0x40, "   F4 ", 6);
}

/* ---- one open-drain pin: a thermometer that watches the wire and pulls it down */

CT_PIN_OPEN_DRAIN(data_pin, E, 3, FLOATING, FAST);
CT_DS18B20_DEFINE(boiler, .pin = CT_PIN_AS_BIDIRECTIONAL(data_pin), .delay = DELAY)
static struct probe {
    struct ct_model_watch watch;
    struct ct_model_drive wire, resistor;
    struct ct_host_event event;
    bool pulls;
    uint64_t fell, ready_at;
    unsigned slots; // since the reset: 8 of SKIP ROM, 8 of the command, then data
    uint32_t command;
    uint8_t pad[9];
} probe;
static void probe_lets_go(void *argument) {
    (void)argument;
    ct_model_drive(&probe.wire, CT_MODEL_FLOATS);
    probe.pulls = false;
}
static void probe_pulls(void *argument) { // until `argument` nanoseconds from now
    probe.pulls = true;
    ct_model_drive(&probe.wire, CT_MODEL_LOW);
    ct_host_schedule(&probe.event, ct_host_now() + (uintptr_t)argument, probe_lets_go, NULL);
}
static void probe_sees(struct ct_model_watch *watch, bool high) {
    (void)watch;
    const uint64_t now = ct_host_now();
    if (!high && !probe.pulls) {
        probe.fell = now;
        const unsigned at = probe.slots - 16;
        const bool zero = probe.slots >= 16 && ((probe.command == 0x44 && now < probe.ready_at) ||
                                                (probe.command == 0xBE && at < 72 &&
                                                 !(probe.pad[at / 8] >> at % 8 & 1)));
        if (zero) probe_pulls((void *)(uintptr_t)30000);
    } else if (high && probe.fell) {
        const uint64_t low = now - probe.fell;
        const bool one = low < 20000 || probe.slots >= 16; // its own zeros are longer
        probe.fell = 0;
        if (low >= 480000) {
            probe.slots = 0;
            probe.command = 0;
            ct_host_schedule(&probe.event, now + 30000, probe_pulls, (void *)(uintptr_t)120000);
        } else {
            assert_true(one || low >= 60000);
            if (probe.slots >= 8 && probe.slots < 16) probe.command |= (uint32_t)one << (probe.slots - 8);
            if (++probe.slots == 16 && probe.command == 0x44) probe.ready_at = now + 750000000;
        }
    }
}

static void a_thermometer_on_one_wire(void **state) {
    (void)state;
    probe = (struct probe){.pad = {0x91, 0x01, 0x4B, 0x46, 0x7F, 0xFF, 0x0C, 0x10, 0x70}};
    ct_pin_start(data_pin);
    int32_t t = 0;
    assert_int_equal(boiler_convert(), CT_BUS); // no resistor: the wire is low
    ct_model_attach(&probe.resistor, CT_MODEL_PIN('E', 3));
    ct_model_drive(&probe.resistor, CT_MODEL_PULLS_UP);
    assert_int_equal(boiler_convert(), CT_NO_ACKNOWLEDGE); // nobody
    ct_model_attach(&probe.wire, CT_MODEL_PIN('E', 3));
    ct_model_pin_watch(&probe.watch, CT_MODEL_PIN('E', 3), probe_sees);
    assert_int_equal(boiler_convert(), CT_OK);
    assert_int_equal(boiler_read(NULL, &t), CT_OK);
    assert_int_equal(t, 25062);
    probe.pad[3] ^= 4;
    assert_int_equal(boiler_read(NULL, &t), CT_CORRUPT);
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
        cmocka_unit_test_setup(sensors_are_read, open_i2c),
        cmocka_unit_test_setup(a_flash_is_an_array, open_spi),
        cmocka_unit_test_setup(a_flash_with_faults, open_spi),
        cmocka_unit_test_setup(a_grey_display_shows_the_canvas, open_spi),
        F4_TEST(a_character_display_shows_text),
        F4_TEST(a_thermometer_on_one_wire),
        F4_TEST(a_thermistor_is_read),
        F4_TEST(lamp_key_and_knob),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
