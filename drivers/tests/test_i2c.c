// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// AT24, BME280, MPU-6050 and the two displays.
#include "mocked.h"

#include "random.h"

#include <corten/drivers/at24.h>
#include <corten/drivers/bme280.h>
#include <corten/drivers/lm75.h>
#include <corten/drivers/mpu6050.h>
#include <corten/drivers/ssd0323.h>
#include <corten/drivers/ssd1306.h>

#define BUS   ct_mock_i2c(&mock, "bus")
#define DELAY ct_mock_delay(&mock, "delay")
#define ASKED(address, place, ...) CT_MOCK_I2C("bus", address, CT_MOCK_WRITES(place), __VA_ARGS__)

/* ---- AT24 */

CT_AT24_DEFINE(rom, .bus = BUS, .delay = DELAY, .size = 32768, .page = 64)    // AT24C256
CT_AT24_DEFINE(small, .bus = BUS, .delay = DELAY, .size = 1024, .page = 16)   // AT24C08
CT_AT24_DEFINE(large, .bus = BUS, .delay = DELAY, .size = 131072, .page = 256, .address = 0x54)
#define THERE(address) CT_MOCK_STEP_("bus", CT_MOCK_I2C_, .argument = (address))
#define BUSY(address)  CT_MOCK_FAILS(CT_NO_ACKNOWLEDGE_ADDRESS, THERE(address))

static void test_at24(void **state) {
    (void)state;
    uint8_t data[8];
    EXPECT_EACH_FAILURE(rom_read(0x1234, data, 3),
                        CT_MOCK_I2C("bus", 0x50, CT_MOCK_WRITES(0x12, 0x34), CT_MOCK_READS(7, 8, 9)));
    assert_memory_equal(data, "\7\10\11", 3);
    // across a page: two writes, each followed by asking until it is kept
    EXPECT(CT_OK, rom_write(0x003E, "abc", 3),
           CT_MOCK_I2C("bus", 0x50, CT_MOCK_WRITES(0x00, 0x3E, 'a', 'b')), BUSY(0x50),
           CT_MOCK_DELAY_US("delay", 100), BUSY(0x50), CT_MOCK_DELAY_US("delay", 100), THERE(0x50),
           CT_MOCK_I2C("bus", 0x50, CT_MOCK_WRITES(0x00, 0x40, 'c')), THERE(0x50));
    EXPECT_EACH_FAILURE(rom_write(0x003E, "abc", 3),
                        CT_MOCK_I2C("bus", 0x50, CT_MOCK_WRITES(0x00, 0x3E, 'a', 'b')), THERE(0x50),
                        CT_MOCK_I2C("bus", 0x50, CT_MOCK_WRITES(0x00, 0x40, 'c')), THERE(0x50));
    // nobody there; protected; never ready again
    EXPECT(CT_NO_ACKNOWLEDGE_ADDRESS, rom_read(0, data, 1),
           CT_MOCK_FAILS(CT_NO_ACKNOWLEDGE_ADDRESS,
                         CT_MOCK_I2C("bus", 0x50, CT_MOCK_WRITES(0, 0), CT_MOCK_READS(0))));
    EXPECT(CT_NO_ACKNOWLEDGE_DATA, rom_write(0, "a", 1),
           CT_MOCK_FAILS(CT_NO_ACKNOWLEDGE_DATA, CT_MOCK_I2C("bus", 0x50, CT_MOCK_WRITES(0, 0, 'a'))));
    struct ct_mock_step steps[2 + 2 * 100] = {CT_MOCK_I2C("bus", 0x50, CT_MOCK_WRITES(0, 0, 'a')),
                                              BUSY(0x50)};
    for (int i = 0; i < 100; i++) {
        steps[2 + 2 * i] = CT_MOCK_DELAY_US("delay", 100);
        steps[3 + 2 * i] = BUSY(0x50);
    }
    ct_mock_begin(&mock, steps, CT_COUNT(steps));
    assert_int_equal(rom_write(0, "a", 1), CT_TIMEOUT);
    ct_mock_end(&mock);
    // the upper bits of a place are part of the address on the bus
    EXPECT(CT_OK, small_read(0x2FE, data, 4),
           ASKED(0x52, 0xFE, CT_MOCK_READS(1, 2)), ASKED(0x53, 0x00, CT_MOCK_READS(3, 4)));
    assert_memory_equal(data, "\1\2\3\4", 4);
    EXPECT(CT_OK, small_write(0x300, "x", 1), CT_MOCK_I2C("bus", 0x53, CT_MOCK_WRITES(0, 'x')),
           THERE(0x53));
    EXPECT(CT_OK, large_read(0xFFFF, data, 2),
           CT_MOCK_I2C("bus", 0x54, CT_MOCK_WRITES(0xFF, 0xFF), CT_MOCK_READS(5)),
           CT_MOCK_I2C("bus", 0x55, CT_MOCK_WRITES(0, 0), CT_MOCK_READS(6)));
    // what does not fit, moves nothing
    CT_MOCK_BEGIN(&mock, THERE(0));
    assert_int_equal(rom_read(32768, data, 1), CT_OUT_OF_RANGE);
    assert_int_equal(rom_write(32767, data, 2), CT_OUT_OF_RANGE);
    assert_int_equal(rom_read(0xFFFFFFFF, data, 2), CT_OUT_OF_RANGE);
    assert_int_equal(rom_read(32768, data, 0), CT_OK);
    assert_int_equal(ct_at24_write((struct ct_at24){.bus = BUS, .size = 8}, 0, data, 1), CT_INVALID);
    const struct ct_storage storage = small_storage();
    assert_int_equal(ct_storage_read(storage, 1024, data, 1), CT_OUT_OF_RANGE);
    assert_int_equal(ct_storage_erase(storage, 0, 16), CT_OK); // needs none
}

// A chip that behaves as the data sheet says, against an array.
static uint8_t chip[2048], should[2048];
static unsigned busy;
static enum ct_error chip_transaction(void *object, struct ct_i2c_address address,
                                      const struct ct_i2c_operation *o, size_t count) {
    (void)object;
    assert_in_range(address.bits, 0x50, 0x57);
    if (busy && busy--) return CT_NO_ACKNOWLEDGE_ADDRESS;
    if (count == 0 || (count == 1 && o[0].length == 0)) return CT_OK;
    assert_int_equal(o[0].length, 1);
    const unsigned block = (address.bits & 7u) << 8, place = block | o[0].write[0];
    assert_int_equal(count, 2);
    for (size_t i = 0; i < o[1].length; i++)
        if (o[1].read) // it counts on within all of its memory
            o[1].read[i] = chip[(place + i) % sizeof chip];
        else // within a page
            chip[(place & ~15u) | ((place + i) & 15)] = o[1].write[i];
    if (o[1].write) busy = random_number() % 50;
    return CT_OK;
}
static const struct ct_i2c_ops chip_ops = {.transaction = chip_transaction};
CT_AT24_DEFINE(whole, .bus = {&chip_ops, NULL}, .delay = ct_mock_clock_delay(&mock_time),
               .size = 2048, .page = 16)

static void test_at24_random(void **state) {
    (void)state;
    const struct ct_storage storage = whole_storage();
    for (int i = 0; i < 5000; i++) {
        uint8_t data[100];
        const uint32_t length = random_number() % 101, place = random_number() % (2049 - length);
        for (uint32_t b = 0; b < length; b++) data[b] = (uint8_t)random_number();
        if (i % 2) {
            assert_int_equal(ct_storage_write(storage, place, data, length), CT_OK);
            memcpy(should + place, data, length);
            assert_int_equal(busy, 0); // it is kept when the call returns
        } else {
            assert_int_equal(ct_storage_read(storage, place, data, length), CT_OK);
            assert_memory_equal(data, should + place, length);
        }
        assert_memory_equal(chip, should, sizeof chip);
    }
}

/* ---- BME280 */

CT_BME280_DEFINE(weather, .bus = BUS, .delay = DELAY)
CT_BME280_DEFINE(fine, .bus = BUS, .delay = DELAY, .address = 0x77, .samples = CT_BME280_16)

#define LOW_TRIMMING                                                                               \
    0x70, 0x6B, 0x43, 0x67, 0x18, 0xFC, 0x7D, 0x8E, 0x43, 0xD6, 0xD0, 0x0B, 0x27, 0x0B, 0x8C,      \
        0x00, 0xF9, 0xFF, 0x8C, 0x3C, 0xF8, 0xC6, 0x70, 0x17, 0x00, 75
#define SAMPLE CT_MOCK_READS(0x65, 0x5A, 0xC0, 0x7E, 0xED, 0x00, 0x75, 0x30)

static void test_bme280_bus(void **state) {
    (void)state;
    struct ct_bme280_reading now;
    assert_int_equal(weather_measure(&now), CT_INVALID);
    assert_int_equal(weather_take(&now), CT_INVALID);
    EXPECT_EACH_FAILURE(
        weather_start(), ASKED(0x76, 0xD0, CT_MOCK_READS(0x60)),
        CT_MOCK_I2C("bus", 0x76, CT_MOCK_WRITES(0xE0, 0xB6)), CT_MOCK_DELAY_MS("delay", 2),
        ASKED(0x76, 0xF3, CT_MOCK_READS(1)), CT_MOCK_DELAY_MS("delay", 1),
        ASKED(0x76, 0xF3, CT_MOCK_READS(0)), ASKED(0x76, 0x88, CT_MOCK_READS(LOW_TRIMMING)),
        ASKED(0x76, 0xE1, CT_MOCK_READS(0x6A, 1, 0, 0x14, 0x24, 3, 0x1E)));
    assert_int_equal(weather_measure(&now), CT_INVALID); // the last start failed
    EXPECT(CT_OK, weather_start(), ASKED(0x76, 0xD0, CT_MOCK_READS(0x60)),
           CT_MOCK_I2C("bus", 0x76, CT_MOCK_WRITES(0xE0, 0xB6)), CT_MOCK_DELAY_MS("delay", 2),
           ASKED(0x76, 0xF3, CT_MOCK_READS(0)), ASKED(0x76, 0x88, CT_MOCK_READS(LOW_TRIMMING)),
           ASKED(0x76, 0xE1, CT_MOCK_READS(0x6A, 1, 0, 0x14, 0x24, 3, 0x1E)));
    EXPECT_EACH_FAILURE(weather_measure(&now), CT_MOCK_I2C("bus", 0x76, CT_MOCK_WRITES(0xF2, 1)),
                        CT_MOCK_I2C("bus", 0x76, CT_MOCK_WRITES(0xF4, 0x25)),
                        CT_MOCK_DELAY_MS("delay", 10), ASKED(0x76, 0xF3, CT_MOCK_READS(8)),
                        CT_MOCK_DELAY_MS("delay", 1), ASKED(0x76, 0xF3, CT_MOCK_READS(0)),
                        ASKED(0x76, 0xF7, SAMPLE));
    assert_int_equal(now.centicelsius, 2508);
    assert_int_equal(now.pascal_q8 / 256, 100653);
    assert_in_range(now.percent_q10, 50 * 1024, 70 * 1024);
    // the same in two steps, for a task that does not wait
    assert_int_equal(ct_bme280_most_ms((struct ct_bme280){.samples = CT_BME280_16}), 115);
    EXPECT_EACH_FAILURE(weather_begin(), CT_MOCK_I2C("bus", 0x76, CT_MOCK_WRITES(0xF2, 1)),
                        CT_MOCK_I2C("bus", 0x76, CT_MOCK_WRITES(0xF4, 0x25)));
    EXPECT(CT_WOULD_BLOCK, weather_take(&now), ASKED(0x76, 0xF3, CT_MOCK_READS(8)));
    now.centicelsius = 0;
    EXPECT_EACH_FAILURE(weather_take(&now), ASKED(0x76, 0xF3, CT_MOCK_READS(0)),
                        ASKED(0x76, 0xF7, SAMPLE));
    assert_int_equal(now.centicelsius, 2508);
    // it never gets ready; it was reset
    EXPECT(CT_TIMEOUT, weather_measure(&now), CT_MOCK_I2C("bus", 0x76, CT_MOCK_WRITES(0xF2, 1)),
           CT_MOCK_I2C("bus", 0x76, CT_MOCK_WRITES(0xF4, 0x25)), CT_MOCK_DELAY_MS("delay", 10),
#define LOOK ASKED(0x76, 0xF3, CT_MOCK_READS(8)), CT_MOCK_DELAY_MS("delay", 1)
           LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK, LOOK,
           ASKED(0x76, 0xF3, CT_MOCK_READS(8)));
    static const uint8_t none[2][8] = {{0x80, 0, 0, 0x7E, 0xED, 0x00, 0x75, 0x30},
                                       {0x65, 0x5A, 0xC0, 0x80, 0, 0, 0x75, 0x30}};
    for (int i = 0; i < 2; i++)
        EXPECT(CT_CORRUPT, weather_measure(&now), CT_MOCK_I2C("bus", 0x76, CT_MOCK_WRITES(0xF2, 1)),
               CT_MOCK_I2C("bus", 0x76, CT_MOCK_WRITES(0xF4, 0x25)), CT_MOCK_DELAY_MS("delay", 10),
               ASKED(0x76, 0xF3, CT_MOCK_READS(0)), ASKED(0x76, 0xF7, CT_MOCK_READS_FROM(none[i], 8)));
    // another chip; a BMP280, which has no humidity; sixteen samples
    EXPECT(CT_NOT_FOUND, weather_start(), ASKED(0x76, 0xD0, CT_MOCK_READS(0x55)));
    EXPECT(CT_OK, fine_start(), ASKED(0x77, 0xD0, CT_MOCK_READS(0x58)),
           CT_MOCK_I2C("bus", 0x77, CT_MOCK_WRITES(0xE0, 0xB6)), CT_MOCK_DELAY_MS("delay", 2),
           ASKED(0x77, 0xF3, CT_MOCK_READS(0)), ASKED(0x77, 0x88, CT_MOCK_READS(LOW_TRIMMING)));
    EXPECT(CT_OK, fine_measure(&now), CT_MOCK_I2C("bus", 0x77, CT_MOCK_WRITES(0xF4, 0xB5)),
           CT_MOCK_DELAY_MS("delay", 115), ASKED(0x77, 0xF3, CT_MOCK_READS(0)),
           ASKED(0x77, 0xF7, CT_MOCK_READS(0x65, 0x5A, 0xC0, 0x7E, 0xED, 0x00)));
    assert_int_equal(now.centicelsius, 2508);
    assert_int_equal(now.percent_q10, 0);
}

/* ---- MPU-6050 */

CT_MPU6050_DEFINE(motion, .bus = BUS, .delay = DELAY, .g = CT_MPU6050_8G, .rate = CT_MPU6050_500,
                  .filter = 3)

static void test_mpu6050(void **state) {
    (void)state;
    EXPECT_EACH_FAILURE(
        motion_start(), ASKED(0x68, 0x75, CT_MOCK_READS(0x68)),
        CT_MOCK_I2C("bus", 0x68, CT_MOCK_WRITES(0x6B, 0x80)), CT_MOCK_DELAY_MS("delay", 10),
        ASKED(0x68, 0x6B, CT_MOCK_READS(0x80)), CT_MOCK_DELAY_MS("delay", 10),
        ASKED(0x68, 0x6B, CT_MOCK_READS(0x40)), CT_MOCK_I2C("bus", 0x68, CT_MOCK_WRITES(0x6B, 1)),
        CT_MOCK_I2C("bus", 0x68, CT_MOCK_WRITES(0x19, 0)),
        CT_MOCK_I2C("bus", 0x68, CT_MOCK_WRITES(0x1A, 3)),
        CT_MOCK_I2C("bus", 0x68, CT_MOCK_WRITES(0x1B, 0x08)),
        CT_MOCK_I2C("bus", 0x68, CT_MOCK_WRITES(0x1C, 0x10)));
    EXPECT(CT_NOT_FOUND, motion_start(), ASKED(0x68, 0x75, CT_MOCK_READS(0x71)));
    EXPECT(CT_TIMEOUT, motion_start(), ASKED(0x68, 0x75, CT_MOCK_READS(0x68)),
           CT_MOCK_I2C("bus", 0x68, CT_MOCK_WRITES(0x6B, 0x80)),
#define RESETS CT_MOCK_DELAY_MS("delay", 10), ASKED(0x68, 0x6B, CT_MOCK_READS(0x80))
           RESETS, RESETS, RESETS, RESETS, RESETS, RESETS, RESETS, RESETS, RESETS, RESETS);
    struct ct_mpu6050_reading now;
    EXPECT_EACH_FAILURE(motion_read(&now),
                        ASKED(0x68, 0x3B,
                              CT_MOCK_READS(0x10, 0, 0xF0, 0, 0x80, 0, 0x01, 0x54, 0x40, 0, 0xC0, 0,
                                            0x7F, 0xFF)));
    assert_int_equal(now.milli_g[0], 1000);
    assert_int_equal(now.milli_g[1], -1000);
    assert_int_equal(now.milli_g[2], -8000);
    assert_int_equal(now.millicelsius, 37530);
    assert_int_equal(now.millidegree_s[0], 250000);
    assert_int_equal(now.millidegree_s[1], -250000);
    assert_int_equal(now.millidegree_s[2], 499984);
}

/* ---- LM75 */

CT_LM75_DEFINE(room, .bus = BUS, .address = 0x4F)

static void test_lm75(void **state) {
    (void)state;
    int32_t t = 7;
    EXPECT(CT_NO_ACKNOWLEDGE_ADDRESS, room_read(&t),
           CT_MOCK_FAILS(CT_NO_ACKNOWLEDGE_ADDRESS, ASKED(0x4F, 0x00, CT_MOCK_READS(0, 0))));
    assert_int_equal(t, 7);
    // the data sheet's table of temperatures
    static const struct {
        uint8_t raw[2];
        int32_t millicelsius;
    } table[] = {{{0x7F, 0x00}, 127000}, {{0x7E, 0xE0}, 126875}, {{0x19, 0x00}, 25000},
                 {{0x00, 0x20}, 125},    {{0x00, 0x00}, 0},      {{0xFF, 0xE0}, -125},
                 {{0xE7, 0x20}, -24875}, {{0xE7, 0x00}, -25000}, {{0xC9, 0x20}, -54875}};
    for (size_t i = 0; i < CT_COUNT(table); i++) {
        EXPECT_EACH_FAILURE(room_read(&t), ASKED(0x4F, 0x00, CT_MOCK_READS_FROM(table[i].raw, 2)));
        assert_int_equal(t, table[i].millicelsius);
    }
}

/* ---- displays */

CT_CANVAS_MONO(mono, 128, 32);
CT_CANVAS_GREY(grey, 128, 64);
CT_SSD1306_DEFINE(flat, .bus = BUS, .height = 32)
CT_SSD0323_DEFINE(oled, .spi = ct_mock_spi(&mock, "spi"), .dc = ct_mock_output(&mock, "dc"),
                  .reset = ct_mock_output(&mock, "reset"), .delay = DELAY)
static const uint8_t dark[128];

static void test_ssd1306(void **state) {
    (void)state;
    ct_canvas_text(&mono, 0, 0, "hello", 1);
#define HOME CT_MOCK_I2C("bus", 0x3C, CT_MOCK_WRITES(0x00, 0x21, 0, 127, 0x22, 0, 3))
#define PAGE CT_MOCK_I2C("bus", 0x3C, CT_MOCK_WRITES(0x40), CT_MOCK_WRITES_FROM(dark, 128))
    EXPECT_EACH_FAILURE(
        flat_start(),
        CT_MOCK_I2C("bus", 0x3C, CT_MOCK_WRITES(0x00, 0xAE, 0xD5, 0x80, 0xD3, 0, 0x40, 0x20, 0, 0xDB,
                                                0x20, 0xA4, 0xA6, 0x2E)),
        CT_MOCK_I2C("bus", 0x3C, CT_MOCK_WRITES(0x00, 0xA8, 31, 0xDA, 0x02, 0xA1, 0xC8, 0x81, 127,
                                                0x8D, 0x14, 0xD9, 0xF1)),
        HOME, PAGE, PAGE, PAGE, PAGE, CT_MOCK_I2C("bus", 0x3C, CT_MOCK_WRITES(0x00, 0xAF)));
    EXPECT_EACH_FAILURE(flat_show(&mono), HOME,
                        CT_MOCK_I2C("bus", 0x3C, CT_MOCK_WRITES(0x40),
                                    CT_MOCK_WRITES_FROM(mono.pixels, 512)));
    assert_int_equal(flat_show(&grey), CT_INVALID);
    EXPECT_EACH_FAILURE(flat_set_contrast(9), CT_MOCK_I2C("bus", 0x3C, CT_MOCK_WRITES(0, 0x81, 9)));
    EXPECT_EACH_FAILURE(flat_set_on(false), CT_MOCK_I2C("bus", 0x3C, CT_MOCK_WRITES(0, 0xAE)));
}

static void test_ssd0323(void **state) {
    (void)state;
    ct_canvas_text(&grey, 0, 0, "hello", 9);
#define COMMANDS(...) CT_MOCK_LOW("dc"), CT_MOCK_SPI("spi", CT_MOCK_WRITES(__VA_ARGS__))
#define WINDOW        COMMANDS(0x15, 0, 63, 0x75, 0, 63)
#define ROW           CT_MOCK_HIGH("dc"), CT_MOCK_SPI("spi", CT_MOCK_WRITES_FROM(dark, 64))
#define ROWS_8 ROW, ROW, ROW, ROW, ROW, ROW, ROW, ROW
    EXPECT_EACH_FAILURE(
        oled_start(), CT_MOCK_LOW("reset"), CT_MOCK_DELAY_US("delay", 100), CT_MOCK_HIGH("reset"),
        CT_MOCK_DELAY_US("delay", 100),
        COMMANDS(0xAE, 0xA4, 0xA1, 0, 0xA2, 0, 0x86, 0xB1, 0x22, 0xB2, 0x46, 0xB3, 0x41, 0xBF, 0x0D,
                 0xBE, 0x00, 0xBC, 0x0B, 0xB8, 0x01, 0x11, 0x22, 0x32, 0x43, 0x54, 0x65, 0x76, 0xAD,
                 0x02),
        COMMANDS(0x81, 64, 0xA0, 0x52, 0xA8, 63),
        WINDOW, ROWS_8, ROWS_8, ROWS_8, ROWS_8, ROWS_8, ROWS_8, ROWS_8, ROWS_8, CT_MOCK_LOW("dc"),
        CT_MOCK_SPI("spi", CT_MOCK_WRITES(0xAF)));
    EXPECT_EACH_FAILURE(oled_show(&grey), WINDOW, CT_MOCK_HIGH("dc"),
                        CT_MOCK_SPI("spi", CT_MOCK_WRITES_FROM(grey.pixels, 4096)));
    assert_int_equal(oled_show(&mono), CT_INVALID);
    EXPECT_EACH_FAILURE(oled_set_contrast(9), CT_MOCK_LOW("dc"),
                        CT_MOCK_SPI("spi", CT_MOCK_WRITES(0x81, 9)));
    assert_int_equal(oled_set_contrast(128), CT_OUT_OF_RANGE);
    EXPECT_EACH_FAILURE(oled_set_on(false), CT_MOCK_LOW("dc"),
                        CT_MOCK_SPI("spi", CT_MOCK_WRITES(0xAE)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_at24),       cmocka_unit_test(test_at24_random),
        cmocka_unit_test(test_bme280_bus), cmocka_unit_test(test_mpu6050),
        cmocka_unit_test(test_lm75),
        cmocka_unit_test(test_ssd1306),    cmocka_unit_test(test_ssd0323),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
