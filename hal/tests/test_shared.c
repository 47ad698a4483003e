// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// <corten/hal/spi_shared.h>, <corten/hal/i2c_shared.h>: what a transaction does to the lines, also
// when something goes wrong in the middle, and who gets CT_BUSY.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <corten/hal/i2c_shared.h>
#include <corten/hal/mock.h>
#include <corten/hal/spi_shared.h>

unsigned stub_masked, stub_relaxed;
void ct_mock_failed(const char *text) { fail_msg("%s", text); }

static struct ct_mock mock;
static const uint8_t command[] = {0x9F};

static struct ct_spi_exclusive alone(void) {
    return (struct ct_spi_exclusive){ct_mock_spi_bus(&mock, "bus"), ct_mock_output(&mock, "select"),
                                     ct_mock_delay(&mock, "delay")};
}

static void lines_in_order(void **unused) {
    (void)unused;
    uint8_t id[2];
    CT_MOCK_BEGIN(&mock, CT_MOCK_LOW("select"), CT_MOCK_SPI_BUS("bus", CT_MOCK_WRITES(0x9F)),
                  CT_MOCK_SPI_FLUSH("bus"), CT_MOCK_DELAY_NS("delay", 300),
                  CT_MOCK_SPI_BUS("bus", CT_MOCK_READS(0xEF, 0x40)), CT_MOCK_SPI_FLUSH("bus"),
                  CT_MOCK_HIGH("select"));
    const struct ct_spi_exclusive flash = alone();
    const struct ct_spi_operation ask[] = {CT_SPI_WRITE(command, 1), CT_SPI_DELAY_NS(300), CT_SPI_READ(id, 2)};
    assert_int_equal(ct_spi_transaction(CT_SPI_EXCLUSIVE(&flash), ask, 3), CT_OK);
    assert_memory_equal(id, "\xEF\x40", 2);
    ct_mock_end(&mock);
}

// Whatever fails, the chip is released, nothing more is moved, and the first error is told.
static void released_after_each_error(void **unused) {
    (void)unused;
    uint8_t id[1];
    const struct ct_spi_operation ask[] = {CT_SPI_WRITE(command, 1), CT_SPI_READ(id, 1)};

    CT_MOCK_BEGIN(&mock, CT_MOCK_FAILS(CT_TIMEOUT, CT_MOCK_LOW("select")));
    struct ct_spi_exclusive flash = alone();
    assert_int_equal(ct_spi_transaction(CT_SPI_EXCLUSIVE(&flash), ask, 2), CT_CHIP_SELECT);

    CT_MOCK_THEN(&mock, CT_MOCK_LOW("select"), CT_MOCK_FAILS(CT_OVERRUN, CT_MOCK_SPI_BUS("bus", CT_MOCK_WRITES(0x9F))),
                 CT_MOCK_FAILS(CT_TIMEOUT, CT_MOCK_SPI_FLUSH("bus")), CT_MOCK_FAILS(CT_BUS, CT_MOCK_HIGH("select")));
    assert_int_equal(ct_spi_transaction(CT_SPI_EXCLUSIVE(&flash), ask, 2), CT_OVERRUN);

    CT_MOCK_THEN(&mock, CT_MOCK_LOW("select"), CT_MOCK_SPI_BUS("bus", CT_MOCK_WRITES(0x9F)),
                 CT_MOCK_FAILS(CT_OVERRUN, CT_MOCK_SPI_BUS("bus", CT_MOCK_READS(0))),
                 CT_MOCK_SPI_FLUSH("bus"), CT_MOCK_HIGH("select"));
    assert_int_equal(ct_spi_transaction(CT_SPI_EXCLUSIVE(&flash), ask, 2), CT_OVERRUN);

    CT_MOCK_THEN(&mock, CT_MOCK_LOW("select"), CT_MOCK_SPI_BUS("bus", CT_MOCK_WRITES(0x9F)),
                 CT_MOCK_SPI_BUS("bus", CT_MOCK_READS(7)),
                 CT_MOCK_FAILS(CT_TIMEOUT, CT_MOCK_SPI_FLUSH("bus")), CT_MOCK_HIGH("select"));
    assert_int_equal(ct_spi_transaction(CT_SPI_EXCLUSIVE(&flash), ask, 2), CT_TIMEOUT);

    CT_MOCK_THEN(&mock, CT_MOCK_LOW("select"), CT_MOCK_SPI_BUS("bus", CT_MOCK_WRITES(0x9F)),
                 CT_MOCK_SPI_BUS("bus", CT_MOCK_READS(7)), CT_MOCK_SPI_FLUSH("bus"),
                 CT_MOCK_FAILS(CT_BUS, CT_MOCK_HIGH("select")));
    assert_int_equal(ct_spi_transaction(CT_SPI_EXCLUSIVE(&flash), ask, 2), CT_CHIP_SELECT);
    ct_mock_end(&mock);
}

/* ---- a second device, used from "an interrupt" in the middle of the first one's transaction */

static struct ct_spi_busy busy;
static struct ct_spi_device intruder;
static enum ct_error intruders_result;
static enum ct_error intrude_spi(void *bus, const uint8_t *write, uint8_t *read, size_t length) {
    (void)bus, (void)write, (void)read, (void)length;
    if (intruder.ops) {
        const struct ct_spi_device device = intruder;
        intruder.ops = NULL;
        intruders_result = ct_spi_write(device, command, 1);
    }
    return CT_OK;
}

static void whoever_comes_second_gets_busy(void **unused) {
    (void)unused;
    static const struct ct_spi_bus_ops ops = {.transfer = intrude_spi};
    const struct ct_spi_bus bus = {&ops, NULL};
    CT_MOCK_BEGIN(&mock, CT_MOCK_LOW("a"), CT_MOCK_HIGH("a"), CT_MOCK_LOW("b"), CT_MOCK_HIGH("b"));
    const struct ct_spi_tried a = {&busy, bus, ct_mock_output(&mock, "a"), {0}, NULL},
                              b = {&busy, bus, ct_mock_output(&mock, "b"), {0}, NULL};
    intruder = CT_SPI_TRIED(&b);
    assert_int_equal(ct_spi_write(CT_SPI_TRIED(&a), command, 1), CT_OK);
    assert_int_equal(intruders_result, CT_BUSY);
    assert_int_equal(ct_spi_write(CT_SPI_TRIED(&b), command, 1), CT_OK); // free again
    ct_mock_end(&mock);
    assert_int_equal(stub_masked, 0);
}

static void each_device_has_its_speed(void **unused) {
    (void)unused;
    static const struct ct_spi_config fast = {10000000, CT_SPI_MODE_0}, slow = {400000, CT_SPI_MODE_3};
    CT_MOCK_BEGIN(&mock, CT_MOCK_SPI_CONFIGURES("bus", 10000000, CT_SPI_MODE_0), CT_MOCK_LOW("a"),
                  CT_MOCK_SPI_BUS("bus", CT_MOCK_WRITES(0x9F)), CT_MOCK_SPI_FLUSH("bus"), CT_MOCK_HIGH("a"),
                  CT_MOCK_FAILS(CT_OUT_OF_RANGE, CT_MOCK_SPI_CONFIGURES("bus", 400000, CT_SPI_MODE_3)));
    const struct ct_spi_bus bus = ct_mock_spi_bus(&mock, "bus");
    const struct ct_spi_tried a = {&busy, bus, ct_mock_output(&mock, "a"), {0}, &fast},
                              b = {&busy, bus, ct_mock_output(&mock, "b"), {0}, &slow};
    assert_int_equal(ct_spi_write(CT_SPI_TRIED(&a), command, 1), CT_OK);
    assert_int_equal(ct_spi_write(CT_SPI_TRIED(&b), command, 1), CT_OUT_OF_RANGE); // not selected
    assert_false(busy.taken);
    ct_mock_end(&mock);
}

static void i2c_second_gets_busy(void **unused) {
    (void)unused;
    static struct ct_i2c_busy taken = {true};
    CT_MOCK_BEGIN(&mock, CT_MOCK_I2C("bus", 0x50, CT_MOCK_WRITES(0x9F)), CT_MOCK_RECOVERS("bus"),
                  CT_MOCK_FAILS(CT_ARBITRATION, CT_MOCK_I2C("bus", 0x50, CT_MOCK_WRITES(0x9F))));
    const struct ct_i2c_tried shared = {&taken, ct_mock_i2c(&mock, "bus")};
    assert_int_equal(ct_i2c_write(CT_I2C_TRIED(&shared), CT_I2C_7(0x50), command, 1), CT_BUSY);
    assert_int_equal(ct_i2c_recover(CT_I2C_TRIED(&shared)), CT_BUSY);
    taken.taken = false;
    assert_int_equal(ct_i2c_write(CT_I2C_TRIED(&shared), CT_I2C_7(0x50), command, 1), CT_OK);
    assert_int_equal(ct_i2c_recover(CT_I2C_TRIED(&shared)), CT_OK);
    assert_int_equal(ct_i2c_write(CT_I2C_TRIED(&shared), CT_I2C_7(0x50), command, 1), CT_ARBITRATION);
    assert_false(taken.taken);
    ct_mock_end(&mock);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_in_order),
        cmocka_unit_test(released_after_each_error),
        cmocka_unit_test(whoever_comes_second_gets_busy),
        cmocka_unit_test(each_device_has_its_speed),
        cmocka_unit_test(i2c_second_gets_busy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
