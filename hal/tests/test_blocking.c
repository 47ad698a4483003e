// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// <corten/hal/blocking.h>: waits end, with the answer or with CT_TIMEOUT, and what was begun is
// given up then.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <corten/hal/blocking.h>
#include <corten/hal/mock.h>

unsigned stub_masked, stub_relaxed;
void ct_mock_failed(const char *text) { fail_msg("%s", text); }

static struct ct_mock mock;

static void an_answer_in_time(void **unused) {
    (void)unused;
    struct ct_mock_clock clock = {0};
    CT_MOCK_BEGIN(&mock, CT_MOCK_TIMES(7, CT_MOCK_SERIAL_READS("port", CT_WOULD_BLOCK)),
                  CT_MOCK_SERIAL_READS("port", 'x'), CT_MOCK_SERIAL_READS("port", CT_PARITY));
    const struct ct_serial port = ct_mock_serial(&mock, "port");
    const struct ct_countdown timer = ct_mock_clock_countdown(&clock);
    assert_int_equal(CT_BLOCK_FOR(ct_serial_read(port), timer, 8), 'x'); // in the very last moment
    assert_int_equal(clock.ends_ns, 0);                                  // the timer is free again
    assert_int_equal(CT_BLOCK_FOR(ct_serial_read(port), timer, 8), CT_PARITY);
    assert_int_equal(clock.ends_ns, 0);
    ct_mock_end(&mock);
}

static void none_in_time(void **unused) {
    (void)unused;
    struct ct_mock_clock clock = {0};
    CT_MOCK_BEGIN(&mock, CT_MOCK_TIMES(8, CT_MOCK_SERIAL_READS("port", CT_WOULD_BLOCK)));
    const struct ct_countdown timer = ct_mock_clock_countdown(&clock);
    assert_int_equal(CT_BLOCK_FOR(ct_serial_read(ct_mock_serial(&mock, "port")), timer, 8), CT_TIMEOUT);
    assert_int_equal(clock.ends_ns, 0);
    assert_int_equal(CT_BLOCK_FOR(ct_serial_read(ct_mock_serial(&mock, "port")), timer, 0), CT_OUT_OF_RANGE);
    ct_mock_end(&mock);
}

static void conversions(void **unused) {
    (void)unused;
    struct ct_mock_clock clock = {0};
    const struct ct_countdown timer = ct_mock_clock_countdown(&clock);
    CT_MOCK_BEGIN(&mock, CT_MOCK_ADC_STARTS("light"), CT_MOCK_ADC_TAKES("light", CT_WOULD_BLOCK),
                  CT_MOCK_ADC_TAKES("light", 77), CT_MOCK_FAILS(CT_BUSY, CT_MOCK_ADC_STARTS("light")));
    const struct ct_adc light = ct_mock_adc(&mock, "light", 12);
    assert_int_equal(ct_adc_convert(light, timer, 100), 77);
    assert_int_equal(ct_adc_convert(light, timer, 100), CT_BUSY);
    ct_mock_end(&mock);
}

/* ---- buses */

static struct {
    unsigned polls_left, starts, cancels;
    enum ct_error result;
    size_t length;
} bus;
static enum ct_error start_spi(void *object, const uint8_t *write, uint8_t *read, size_t length) {
    (void)object, (void)write, (void)read;
    bus.starts++;
    bus.length = length;
    return CT_OK;
}
static enum ct_error start_i2c(void *object, struct ct_i2c_address address,
                               const struct ct_i2c_operation *operations, size_t count) {
    (void)object, (void)address, (void)operations, (void)count;
    bus.starts++;
    return CT_OK;
}
static enum ct_error poll(void *object) {
    (void)object;
    return bus.polls_left ? bus.polls_left--, CT_WOULD_BLOCK : bus.result;
}
static enum ct_error cancel(void *object) {
    (void)object;
    bus.cancels++;
    return CT_OK;
}

static void buses(void **unused) {
    (void)unused;
    static const struct ct_spi_nb_ops spi_ops = {start_spi, poll, cancel, NULL};
    static const struct ct_i2c_nb_ops i2c_ops = {start_i2c, poll, cancel, NULL};
    struct ct_mock_clock clock = {0};
    const struct ct_spi_blocking spi = {{&spi_ops, NULL}, ct_mock_clock_countdown(&clock), 10};
    const struct ct_i2c_blocking i2c = {{&i2c_ops, NULL}, ct_mock_clock_countdown(&clock), 10};
    static const struct {
        unsigned polls;
        enum ct_error result, expected;
        unsigned cancels;
    } cases[] = {
        {0, CT_OK, CT_OK, 0},
        {9, CT_OK, CT_OK, 0},
        {5, CT_OVERRUN, CT_OVERRUN, 0},
        {10, CT_OK, CT_TIMEOUT, 1}, // and the memory is the caller's again
    };
    for (size_t n = 0; n < CT_COUNT(cases); n++) {
        uint8_t data[3] = {0};
        bus.starts = bus.cancels = 0;
        bus.polls_left = cases[n].polls;
        bus.result = cases[n].result;
        assert_int_equal(ct_spi_bus_transfer_in_place(CT_SPI_BLOCKING(&spi), data, 3), cases[n].expected);
        assert_int_equal(bus.starts, 1);
        assert_int_equal(bus.length, 3);
        assert_int_equal(bus.cancels, cases[n].cancels);
        bus.polls_left = cases[n].polls;
        assert_int_equal(ct_i2c_read(CT_I2C_BLOCKING(&i2c), CT_I2C_7(1), data, 3), cases[n].expected);
        assert_int_equal(bus.starts, 2);
        assert_int_equal(bus.cancels, 2 * cases[n].cancels);
    }
    assert_int_equal(ct_spi_bus_write(CT_SPI_BLOCKING(&spi), NULL, 0), CT_OK); // nothing to move
    assert_int_equal(ct_i2c_transaction(CT_I2C_BLOCKING(&i2c), CT_I2C_7(1), NULL, 0), CT_OK);
    assert_int_equal(bus.starts, 2);
    assert_int_equal(ct_i2c_recover(CT_I2C_BLOCKING(&i2c)), CT_UNSUPPORTED);
    assert_int_equal(ct_spi_bus_configure(CT_SPI_BLOCKING(&spi), (struct ct_spi_config){1, CT_SPI_MODE_0}), CT_UNSUPPORTED);
}

static void streams(void **unused) {
    (void)unused;
    struct ct_mock_clock clock = {0};
    CT_MOCK_BEGIN(&mock, CT_MOCK_TIMES(2, CT_MOCK_FAILS(CT_WOULD_BLOCK, CT_MOCK_STREAM_READS("s", 0))),
                  CT_MOCK_STREAM_READS("s", 1, 2), CT_MOCK_TIMES(5, CT_MOCK_FAILS(CT_WOULD_BLOCK, CT_MOCK_STREAM_WRITES("s", 9))),
                  CT_MOCK_FAILS(CT_WOULD_BLOCK, CT_MOCK_STREAM_FLUSHES("s")), CT_MOCK_STREAM_FLUSHES("s"));
    const struct ct_stream_blocking waits = {ct_mock_stream(&mock, "s"), ct_mock_clock_countdown(&clock), 5};
    const struct ct_stream stream = CT_STREAM_BLOCKING(&waits);
    uint8_t data[4];
    assert_int_equal(ct_stream_read(stream, data, 4), 2);
    assert_int_equal(ct_stream_write(stream, "\x09", 1), CT_TIMEOUT);
    assert_int_equal(ct_stream_flush(stream), CT_OK);
    assert_int_equal(ct_stream_seek(stream, CT_SEEK_START, 0, NULL), CT_UNSUPPORTED);
    ct_mock_end(&mock);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_in_time), cmocka_unit_test(none_in_time), cmocka_unit_test(conversions),
        cmocka_unit_test(buses), cmocka_unit_test(streams),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
