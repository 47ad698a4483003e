// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// <corten/hal/mock.h>: it answers what it was told, and it fails, with these words, when it should.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <corten/hal/mock.h>

static char said[2048];
static unsigned failures;
void ct_mock_failed(const char *text) {
    failures++;
    strncpy(said, text, sizeof said - 1);
}
#define SAID(text)                                                                                 \
    do {                                                                                           \
        assert_string_equal(said, text);                                                           \
        assert_int_equal(failures, 1);                                                             \
    } while (0)

static int setup(void **unused) {
    (void)unused;
    said[0] = 0;
    failures = 0;
    return 0;
}

static struct ct_mock mock;

/* ---- what is expected is answered */

static void pins(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_HIGH("a"), CT_MOCK_LOW("b"), CT_MOCK_TOGGLES("a"),
                  CT_MOCK_IS_SET_HIGH("a", 0), CT_MOCK_IS_HIGH("in", 1),
                  CT_MOCK_FAILS(CT_BUS, CT_MOCK_HIGH("a")), CT_MOCK_DRIVES("wire", true),
                  CT_MOCK_RELEASES("wire"), CT_MOCK_IS_HIGH("wire", 0),
                  CT_MOCK_LISTENS("edge", CT_EDGE_FALLING),
                  CT_MOCK_TIMES(3, CT_MOCK_TAKES_EDGE("edge", CT_WOULD_BLOCK)),
                  CT_MOCK_TAKES_EDGE("edge", CT_OK), CT_MOCK_IGNORES("edge"));
    const struct ct_output_pin a = ct_mock_output(&mock, "a"), b = ct_mock_output(&mock, "b");
    assert_int_equal(ct_output_set_high(a), CT_OK);
    assert_int_equal(ct_output_set(b, false), CT_OK);
    assert_int_equal(ct_output_toggle(a), CT_OK);
    assert_int_equal(ct_output_is_set_high(a), 0);
    assert_int_equal(ct_input_is_low(ct_mock_input(&mock, "in")), 0);
    assert_int_equal(ct_output_set_high(a), CT_BUS);
    const struct ct_bidirectional_pin wire = ct_mock_bidirectional(&mock, "wire");
    assert_int_equal(ct_bidirectional_drive(wire, true), CT_OK);
    assert_int_equal(ct_bidirectional_release(wire), CT_OK);
    assert_int_equal(ct_bidirectional_is_high(wire), 0);
    const struct ct_edge_pin edge = ct_mock_edge(&mock, "edge");
    assert_int_equal(ct_edge_listen(edge, CT_EDGE_FALLING), CT_OK);
    for (int n = 0; n < 3; n++) assert_int_equal(ct_edge_take(edge), CT_WOULD_BLOCK);
    assert_int_equal(ct_edge_take(edge), CT_OK);
    assert_int_equal(ct_edge_ignore(edge), CT_OK);
    ct_mock_end(&mock);
    assert_int_equal(failures, 0);
}

static void spi_by_what_is_on_the_wire(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_SPI("flash", CT_MOCK_WRITES(0x03, 1, 2, 3), CT_MOCK_READS(4, 5)),
                  CT_MOCK_SPI("flash", CT_MOCK_WRITES(6), CT_MOCK_PAUSES_NS(100), CT_MOCK_TRANSFERS((const uint8_t *)"ab", (const uint8_t *)"cd", 2)),
                  CT_MOCK_FAILS(CT_CHIP_SELECT, CT_MOCK_SPI("flash", CT_MOCK_READS(0, 0))),
                  CT_MOCK_SPI_CONFIGURES("bus", 400000, CT_SPI_MODE_3),
                  CT_MOCK_SPI_BUS("bus", CT_MOCK_READS(0xFE, 1)), CT_MOCK_SPI_FLUSH("bus"));
    const struct ct_spi_device flash = ct_mock_spi(&mock, "flash");
    uint8_t answer[2] = {0xFF, 0xFF}; // sent in place: the same as if nothing was
    const struct ct_spi_operation pieces[] = {CT_SPI_WRITE((const uint8_t *)"\x03\x01", 2), CT_SPI_WRITE((const uint8_t *)"\x02\x03", 2),
                                              CT_SPI_TRANSFER_IN_PLACE(answer, 2)};
    assert_int_equal(ct_spi_transaction(flash, pieces, 3), CT_OK);
    assert_memory_equal(answer, "\x04\x05", 2);
    const struct ct_spi_operation paused[] = {CT_SPI_WRITE((const uint8_t *)"\x06", 1), CT_SPI_DELAY_NS(100),
                                              CT_SPI_TRANSFER((const uint8_t *)"ab", answer, 2)};
    assert_int_equal(ct_spi_transaction(flash, paused, 3), CT_OK);
    assert_memory_equal(answer, "cd", 2);
    assert_int_equal(ct_spi_read(flash, answer, 2), CT_CHIP_SELECT);
    assert_memory_equal(answer, "cd", 2); // not delivered
    const struct ct_spi_bus bus = ct_mock_spi_bus(&mock, "bus");
    assert_int_equal(ct_spi_bus_configure(bus, (struct ct_spi_config){400000, CT_SPI_MODE_3}), CT_OK);
    assert_int_equal(ct_spi_bus_read(bus, answer, 2), CT_OK);
    assert_memory_equal(answer, "\xFE\x01", 2);
    assert_int_equal(ct_spi_bus_flush(bus), CT_OK);
    ct_mock_end(&mock);
    assert_int_equal(failures, 0);
}

static void i2c_by_what_is_on_the_wire(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_I2C("bus", 0x50, CT_MOCK_WRITES(0, 16, 7)),
                  CT_MOCK_I2C("bus", 0x50, CT_MOCK_WRITES(0, 16), CT_MOCK_READS(7, 8)),
                  CT_MOCK_FAILS(CT_NO_ACKNOWLEDGE_ADDRESS, CT_MOCK_I2C("bus", 0x123 + CT_MOCK_TEN_BITS, CT_MOCK_WRITES())),
                  CT_MOCK_RECOVERS("bus"));
    const struct ct_i2c bus = ct_mock_i2c(&mock, "bus");
    assert_int_equal(ct_i2c_write_write(bus, CT_I2C_7(0x50), (const uint8_t[]){0, 16}, 2, (const uint8_t[]){7}, 1), CT_OK);
    uint8_t read[2];
    assert_int_equal(ct_i2c_write_read(bus, CT_I2C_7(0x50), (const uint8_t[]){0, 16}, 2, read, 2), CT_OK);
    assert_memory_equal(read, "\x07\x08", 2);
    assert_int_equal(ct_i2c_write(bus, CT_I2C_10(0x123), NULL, 0), CT_NO_ACKNOWLEDGE_ADDRESS);
    assert_int_equal(ct_i2c_recover(bus), CT_OK);
    assert_int_equal(ct_i2c_transaction(bus, CT_I2C_7(1), NULL, 0), CT_OK); // no traffic: no step
    assert_int_equal(ct_i2c_read(bus, CT_I2C_7(1), read, 0), CT_INVALID);
    ct_mock_end(&mock);
    assert_int_equal(failures, 0);
}

static void all_the_others(void **unused) {
    (void)unused;
    const struct ct_can_frame sent = {.id = CT_CAN_STANDARD(0x12), .length = 2, .data = {1, 2}};
    const struct ct_can_frame low = {.id = CT_CAN_EXTENDED(0x12345), .length = 1, .data = {9}};
    CT_MOCK_BEGIN(&mock, CT_MOCK_DELAY_US("wait", 10), CT_MOCK_DELAY_AT_LEAST_NS("wait", 500),
                  CT_MOCK_STARTS("timer", 250), CT_MOCK_WAITS("timer", CT_WOULD_BLOCK),
                  CT_MOCK_WAITS("timer", CT_OK), CT_MOCK_CANCELS("timer"),
                  CT_MOCK_STARTS("tick", 5), CT_MOCK_WAITS("tick", CT_OVERRUN),
                  CT_MOCK_SERIAL_READS("port", 'x'), CT_MOCK_SERIAL_READS("port", CT_PARITY),
                  CT_MOCK_SERIAL_WRITES("port", 'y'), CT_MOCK_SERIAL_FLUSHES("port"),
                  CT_MOCK_STREAM_READS("file", 1, 2, 3), CT_MOCK_STREAM_WRITES("file", 4, 5),
                  CT_MOCK_STREAM_FLUSHES("file"), CT_MOCK_PERIOD_NS("lamp", 1000000),
                  CT_MOCK_DUTY("lamp", 300), CT_MOCK_ADC_STARTS("light"),
                  CT_MOCK_ADC_TAKES("light", 1234), CT_MOCK_CAN_SENDS("can", &sent, NULL),
                  CT_MOCK_CAN_SENDS("can", &sent, &low), CT_MOCK_CAN_RECEIVES("can", &low),
                  CT_MOCK_FAILS(CT_BUS_OFF, CT_MOCK_CAN_RECEIVES("can", NULL)),
                  CT_MOCK_RANDOM("dice", 6), CT_MOCK_WATCHDOG_STARTS("dog", 100),
                  CT_MOCK_WATCHDOG_FEEDS("dog"));
    ct_delay_us(ct_mock_delay(&mock, "wait"), 10);
    ct_delay_ns(ct_mock_delay(&mock, "wait"), 501);
    const struct ct_countdown timer = ct_mock_countdown(&mock, "timer");
    assert_int_equal(ct_countdown_start(timer, 250), CT_OK);
    assert_int_equal(ct_countdown_wait(timer), CT_WOULD_BLOCK);
    assert_int_equal(ct_countdown_wait(timer), CT_OK);
    assert_int_equal(ct_countdown_cancel(timer), CT_OK);
    assert_int_equal(ct_periodic_start(ct_mock_periodic(&mock, "tick"), 5), CT_OK);
    assert_int_equal(ct_periodic_wait(ct_mock_periodic(&mock, "tick")), CT_OVERRUN);
    const struct ct_serial port = ct_mock_serial(&mock, "port");
    assert_int_equal(ct_serial_read(port), 'x');
    assert_int_equal(ct_serial_read(port), CT_PARITY);
    assert_int_equal(ct_serial_write(port, 'y'), CT_OK);
    assert_int_equal(ct_serial_flush(port), CT_OK);
    const struct ct_stream file = ct_mock_stream(&mock, "file");
    uint8_t room[8];
    assert_int_equal(ct_stream_read(file, room, sizeof room), 3);
    assert_memory_equal(room, "\x01\x02\x03", 3);
    assert_int_equal(ct_stream_write(file, "\x04\x05", 2), 2);
    assert_int_equal(ct_stream_flush(file), CT_OK);
    assert_int_equal(ct_pwm_set_period(ct_mock_pwm(&mock, "lamp"), 1000000), CT_OK);
    assert_int_equal(ct_pwm_set_percent(ct_mock_pwm(&mock, "lamp"), 30), CT_OK);
    const struct ct_adc light = ct_mock_adc(&mock, "light", 12);
    assert_int_equal(ct_adc_start(light), CT_OK);
    assert_int_equal(ct_adc_take(light), 1234);
    struct ct_can_frame frame;
    assert_int_equal(ct_can_transmit(ct_mock_can(&mock, "can"), &sent, &frame), CT_OK);
    assert_int_equal(ct_can_transmit(ct_mock_can(&mock, "can"), &sent, &frame), CT_CAN_DISPLACED);
    assert_int_equal(frame.id.bits, 0x12345);
    assert_int_equal(ct_can_receive(ct_mock_can(&mock, "can"), &frame), CT_OK);
    assert_int_equal(frame.data[0], 9);
    assert_int_equal(ct_can_receive(ct_mock_can(&mock, "can"), &frame), CT_BUS_OFF);
    assert_int_equal(ct_rng_take(ct_mock_rng(&mock, "dice")), 6);
    assert_int_equal(ct_watchdog_start(ct_mock_watchdog(&mock, "dog"), 100), CT_OK);
    ct_watchdog_feed(ct_mock_watchdog(&mock, "dog"));
    ct_mock_end(&mock);
    assert_int_equal(failures, 0);
}

static void storage_shafts_and_clocks(void **unused) {
    (void)unused;
    const struct ct_date_time noon = {2026, 3, 1, 12, 0, 0};
    const int64_t seconds = ct_date_time_to_unix(&noon);
    CT_MOCK_BEGIN(&mock, CT_MOCK_STORAGE_ERASES("rom", 4096, 8192), CT_MOCK_STORAGE_WRITES("rom", 4096, 1, 2, 3, 4),
                  CT_MOCK_STORAGE_READS("rom", 4097, 2, 3),
                  CT_MOCK_FAILS(CT_PROTECTED, CT_MOCK_STORAGE_WRITES("rom", 0, 9, 9)),
                  CT_MOCK_CAPTURE_STARTS("wheel", CT_EDGE_BOTH), CT_MOCK_CAPTURES("wheel", 65000, true),
                  CT_MOCK_FAILS(CT_OVERRUN, CT_MOCK_CAPTURES("wheel", 0, false)),
                  CT_MOCK_CAPTURES("wheel", 100, false), CT_MOCK_CAPTURE_STOPS("wheel"),
                  CT_MOCK_POSITION("shaft", -7), CT_MOCK_DIRECTION("shaft", -1),
                  CT_MOCK_SETS_POSITION("shaft", -100), CT_MOCK_TIME_IS("clock", seconds),
                  CT_MOCK_FAILS(CT_STALE, CT_MOCK_TIME_IS("clock", 0)), CT_MOCK_SETS_TIME("clock", seconds),
                  CT_MOCK_SETS_ALARM("clock", seconds + 1), CT_MOCK_TAKES_ALARM("clock", CT_WOULD_BLOCK),
                  CT_MOCK_CANCELS_ALARM("clock"));
    const struct ct_storage rom = ct_mock_storage(&mock, "rom", 65536, 2, 4096);
    uint8_t data[4] = {1, 2, 3, 4};
    assert_int_equal(ct_storage_erase(rom, 4096, 8192), CT_OK);
    assert_int_equal(ct_storage_erase(rom, 1, 4096), CT_NOT_ALIGNED); // does not reach the device
    assert_int_equal(ct_storage_write(rom, 4096, data, 4), CT_OK);
    assert_int_equal(ct_storage_read(rom, 4097, data, 2), CT_OK);
    assert_memory_equal(data, "\x02\x03", 2);
    assert_int_equal(ct_storage_write(rom, 0, "\t\t", 2), CT_PROTECTED);
    const struct ct_capture wheel = ct_mock_capture(&mock, "wheel");
    struct ct_captured first, second;
    assert_int_equal(ct_capture_start(wheel, CT_EDGE_BOTH), CT_OK);
    assert_int_equal(ct_capture_take(wheel, &first), CT_OK);
    assert_int_equal(ct_capture_take(wheel, &second), CT_OVERRUN);
    assert_int_equal(ct_capture_take(wheel, &second), CT_OK);
    assert_true(first.rising && !second.rising);
    assert_int_equal(ct_capture_between(wheel, first, second), 636);
    assert_int_equal(ct_capture_stop(wheel), CT_OK);
    const struct ct_qei shaft = ct_mock_qei(&mock, "shaft");
    int32_t counts;
    assert_int_equal(ct_qei_position(shaft, &counts), CT_OK);
    assert_int_equal(counts, -7);
    assert_int_equal(ct_qei_direction(shaft), -1);
    assert_int_equal(ct_qei_set_position(shaft, -100), CT_OK);
    const struct ct_rtc clock = ct_mock_rtc(&mock, "clock");
    struct ct_date_time now, later = noon;
    later.second++;
    assert_int_equal(ct_rtc_get(clock, &now), CT_OK);
    assert_int_equal(now.hour, 12);
    assert_int_equal(ct_rtc_get(clock, &now), CT_STALE);
    assert_int_equal(ct_rtc_set(clock, &noon), CT_OK);
    assert_int_equal(ct_rtc_set_alarm(clock, &later), CT_OK);
    assert_int_equal(ct_rtc_take_alarm(clock), CT_WOULD_BLOCK);
    assert_int_equal(ct_rtc_cancel_alarm(clock), CT_OK);
    ct_mock_end(&mock);
    assert_int_equal(failures, 0);
}

static void other_place(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_STORAGE_WRITES("rom", 0x100, 1));
    assert_int_equal(ct_storage_write(ct_mock_storage(&mock, "rom", 65536, 1, 4096), 0x200, "\1", 1), CT_INVALID);
    SAID("mock: step 1 of 1 differs\n  expected: rom: storage at 100: write 01\n"
         "  actual:   rom: storage at 200: write 01");
}

static void any_number_of_times(void **unused) {
    (void)unused;
    for (int polls = 0; polls < 3; polls++) {
        CT_MOCK_BEGIN(&mock, CT_MOCK_ANY_TIMES(CT_MOCK_IS_HIGH("busy", 1)), CT_MOCK_LOW("cs"),
                      CT_MOCK_ANY_TIMES(CT_MOCK_IS_HIGH("busy", 0)));
        for (int n = 0; n < polls; n++) assert_int_equal(ct_input_is_high(ct_mock_input(&mock, "busy")), 1);
        assert_int_equal(ct_output_set_low(ct_mock_output(&mock, "cs")), CT_OK);
        for (int n = 0; n < polls; n++) assert_int_equal(ct_input_is_high(ct_mock_input(&mock, "busy")), 0);
        ct_mock_end(&mock);
    }
    assert_int_equal(failures, 0);
}

/* ---- and what is not is refused */

static void other_pin(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_HIGH("a"), CT_MOCK_LOW("a"));
    assert_int_equal(ct_output_set_high(ct_mock_output(&mock, "a")), CT_OK);
    assert_int_equal(ct_output_set_low(ct_mock_output(&mock, "b")), CT_INVALID);
    SAID("mock: step 2 of 2 differs\n  expected: a: set low\n  actual:   b: set low");
    // everything after it fails, without further words
    assert_int_equal(ct_output_set_low(ct_mock_output(&mock, "a")), CT_INVALID);
    ct_mock_end(&mock);
    assert_int_equal(failures, 1);
}

static void other_order(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_LOW("cs"), CT_MOCK_SPI_BUS("bus", CT_MOCK_WRITES(1)));
    assert_int_equal(ct_spi_bus_write(ct_mock_spi_bus(&mock, "bus"), (const uint8_t *)"\1", 1), CT_INVALID);
    SAID("mock: step 1 of 2 differs\n  expected: cs: set low\n  actual:   bus: SPI bus: write 01");
}

static void other_address(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_I2C("bus", 0x76, CT_MOCK_WRITES(0xD0), CT_MOCK_READS(0x60)));
    uint8_t id;
    assert_int_equal(ct_i2c_write_read(ct_mock_i2c(&mock, "bus"), CT_I2C_7(0x77), (const uint8_t *)"\xD0", 1, &id, 1), CT_INVALID);
    SAID("mock: step 1 of 1 differs\n  expected: bus: I2C at 76: write D0, read 60\n"
         "  actual:   bus: I2C at 77: write D0, read 1 byte");
}

static void ten_bits_for_seven(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_I2C("bus", 0x76, CT_MOCK_WRITES(0xD0)));
    assert_int_equal(ct_i2c_write(ct_mock_i2c(&mock, "bus"), CT_I2C_10(0x76), (const uint8_t *)"\xD0", 1), CT_INVALID);
    SAID("mock: step 1 of 1 differs\n  expected: bus: I2C at 76: write D0\n"
         "  actual:   bus: I2C at 76 (10 bits): write D0");
}

static void a_byte_more(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_SPI("flash", CT_MOCK_WRITES(1, 2), CT_MOCK_READS(3, 4)));
    uint8_t read[3];
    assert_int_equal(ct_spi_write_read(ct_mock_spi(&mock, "flash"), (const uint8_t *)"\1\2", 2, read, 3), CT_INVALID);
    SAID("mock: step 1 of 1 differs\n  expected: flash: SPI: write 01 02, read 03 04\n"
         "  actual:   flash: SPI: write 01 02, read 3 bytes");
}

static void a_byte_less(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_SPI("flash", CT_MOCK_WRITES(1, 2)));
    assert_int_equal(ct_spi_write(ct_mock_spi(&mock, "flash"), (const uint8_t *)"\1", 1), CT_INVALID);
    SAID("mock: step 1 of 1 differs\n  expected: flash: SPI: write 01 02\n  actual:   flash: SPI: write 01");
}

static void write_where_a_read_is_expected(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_SPI("flash", CT_MOCK_READS(1)));
    assert_int_equal(ct_spi_write(ct_mock_spi(&mock, "flash"), (const uint8_t *)"\xFF", 1), CT_INVALID);
    SAID("mock: step 1 of 1 differs\n  expected: flash: SPI: read 01\n  actual:   flash: SPI: write FF");
}

static void other_time(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_DELAY_US("wait", 10));
    ct_delay_us(ct_mock_delay(&mock, "wait"), 9);
    SAID("mock: step 1 of 1 differs\n  expected: wait: delay 10000 ns\n  actual:   wait: delay 9000 ns");
    setup(NULL);
    CT_MOCK_BEGIN(&mock, CT_MOCK_DELAY_AT_LEAST_NS("wait", 500));
    ct_delay_ns(ct_mock_delay(&mock, "wait"), 499);
    SAID("mock: step 1 of 1 differs\n  expected: wait: delay at least 500 ns\n  actual:   wait: delay 499 ns");
}

static void other_frame(void **unused) {
    (void)unused;
    const struct ct_can_frame expected = {.id = CT_CAN_STANDARD(0x12), .length = 2, .data = {1, 2}};
    CT_MOCK_BEGIN(&mock, CT_MOCK_CAN_SENDS("can", &expected, NULL));
    struct ct_can_frame frame = expected, displaced;
    frame.id = CT_CAN_EXTENDED(0x12);
    assert_int_equal(ct_can_transmit(ct_mock_can(&mock, "can"), &frame, &displaced), CT_INVALID);
    SAID("mock: step 1 of 1 differs\n  expected: can: CAN transmit 012: 01 02\n"
         "  actual:   can: CAN transmit 00000012 (29 bits): 01 02");
}

static void more_than_was_expected(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_HIGH("a"));
    assert_int_equal(ct_output_set_high(ct_mock_output(&mock, "a")), CT_OK);
    assert_int_equal(ct_output_toggle(ct_mock_output(&mock, "a")), CT_INVALID);
    SAID("mock: all 1 steps have been\n  expected: nothing more\n  actual:   a: toggle");
}

static void less_than_was_expected(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_HIGH("a"), CT_MOCK_DUTY("lamp", 5));
    assert_int_equal(ct_output_set_high(ct_mock_output(&mock, "a")), CT_OK);
    ct_mock_end(&mock);
    SAID("mock: step 2 of 2 never came\n  expected: lamp: duty 5");
}

static void fewer_times_than_expected(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_TIMES(3, CT_MOCK_WATCHDOG_FEEDS("dog")));
    ct_watchdog_feed(ct_mock_watchdog(&mock, "dog"));
    CT_MOCK_THEN(&mock, CT_MOCK_HIGH("a"));
    SAID("mock: step 1 of 1 never came\n  expected: dog: watchdog: feed\n  actual:   1 of 3 times");
}

static void optional_steps_are_not_left_for_others(void **unused) {
    (void)unused;
    CT_MOCK_BEGIN(&mock, CT_MOCK_ANY_TIMES(CT_MOCK_IS_HIGH("busy", 1)), CT_MOCK_LOW("cs"), CT_MOCK_HIGH("cs"));
    assert_int_equal(ct_output_set_high(ct_mock_output(&mock, "cs")), CT_INVALID);
    SAID("mock: step 1 of 3 differs\n  expected: cs: set low\n  actual:   cs: set high");
}

static void long_data_is_cut(void **unused) {
    (void)unused;
    static uint8_t data[1000];
    CT_MOCK_BEGIN(&mock, CT_MOCK_SPI("flash", CT_MOCK_WRITES_FROM(data, sizeof data)));
    assert_int_equal(ct_spi_write(ct_mock_spi(&mock, "flash"), data, 999), CT_INVALID);
    assert_true(strstr(said, "… (1000 bytes)") && strstr(said, "… (999 bytes)"));
}

static void clocks(void **unused) {
    (void)unused;
    struct ct_mock_clock clock = {0};
    ct_delay_ms(ct_mock_clock_delay(&clock), 2);
    ct_delay_ns(ct_mock_clock_delay(&clock), 1);
    assert_int_equal(clock.now_ns, 2000001);
    const struct ct_countdown timer = ct_mock_clock_countdown(&clock);
    assert_int_equal(ct_countdown_wait(timer), CT_INVALID);
    assert_int_equal(ct_countdown_start(timer, 0), CT_OUT_OF_RANGE);
    assert_int_equal(ct_countdown_start(timer, 3), CT_OK);
    assert_int_equal(ct_countdown_wait(timer), CT_WOULD_BLOCK);
    assert_int_equal(ct_countdown_wait(timer), CT_WOULD_BLOCK);
    assert_int_equal(ct_countdown_wait(timer), CT_OK);
    assert_int_equal(ct_countdown_wait(timer), CT_INVALID);
    assert_int_equal(ct_countdown_cancel(timer), CT_INVALID);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup(name, setup)
    const struct CMUnitTest tests[] = {
        TEST(pins), TEST(spi_by_what_is_on_the_wire), TEST(i2c_by_what_is_on_the_wire),
        TEST(all_the_others), TEST(storage_shafts_and_clocks), TEST(other_place), TEST(any_number_of_times), TEST(other_pin), TEST(other_order),
        TEST(other_address), TEST(ten_bits_for_seven), TEST(a_byte_more), TEST(a_byte_less),
        TEST(write_where_a_read_is_expected), TEST(other_time), TEST(other_frame),
        TEST(more_than_was_expected), TEST(less_than_was_expected), TEST(fewer_times_than_expected),
        TEST(optional_steps_are_not_left_for_others), TEST(long_data_is_cut), TEST(clocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
