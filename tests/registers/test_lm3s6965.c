// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Faults that the emulated LM3S6965 does not make, on a model of its registers: what SPI and I2C answer,
// and that they go on afterwards.
#include <corten/i2c_master.h>
#include <corten/registers_model.h>
#include <corten/ssi.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

CT_SSI(spi, SSI0, 50000000);
CT_I2C_MASTER(wires, I2C0, 50000000);
#define BUS CT_I2C_MASTER_BUS(wires)

static struct ct_reg_model chip;
static uint64_t words[device_model_count];
enum { SSI_AT = 0x40008000, I2C_AT = 0x40020000 };

/* ---- SSI: what is sent comes back, unless the clock stands still */

static bool stands_still;
static uint8_t fifo[16];
static unsigned held;
static void ssi_data(struct ct_reg_model *m, const struct ct_reg_model_access *access, uint64_t *stored,
                     uint64_t *answer, void *context) {
    (void)m, (void)stored, (void)context;
    if (access->write) {
        assert_true(held < 8); // more would be lost
        if (!stands_still) fifo[held++] = (uint8_t)access->value;
    } else {
        assert_true(held > 0);
        *answer = fifo[0];
        for (unsigned n = 1; n < held; n++) fifo[n - 1] = fifo[n];
        held--;
    }
}
static void ssi_status(struct ct_reg_model *m, const struct ct_reg_model_access *access, uint64_t *stored,
                       uint64_t *answer, void *context) {
    (void)m, (void)access, (void)stored, (void)context;
    static unsigned looks; // slow at first: the transmitter gets ahead
    const bool arrived = held && ++looks % 20 < 8;
    *answer = 3u | (arrived ? 4u : 0u) | (stands_still ? 16u : 0u);
}

/* ---- I2C: answers by a list of states, one a command */

static uint32_t states[8], commands[16], said;
static void i2c_control(struct ct_reg_model *m, const struct ct_reg_model_access *access, uint64_t *stored,
                        uint64_t *answer, void *context) {
    (void)m, (void)stored, (void)context;
    if (access->write)
        commands[said++] = (uint32_t)access->value;
    else
        *answer = said ? states[said - 1] : 0;
}

static int open(void **state) {
    (void)state;
    ct_reg_model_open(&chip, &device_model, words);
    ct_reg_model_watch(&chip, SSI_AT + 0x08, SSI_AT + 0x08, ssi_data, NULL);
    ct_reg_model_watch(&chip, SSI_AT + 0x0C, SSI_AT + 0x0C, ssi_status, NULL);
    ct_reg_model_watch(&chip, I2C_AT + 0x04, I2C_AT + 0x04, i2c_control, NULL);
    ct_reg_model_use(&chip);
    held = said = 0;
    stands_still = false;
    for (size_t n = 0; n < CT_COUNT(states); n++) states[n] = 0;
    return 0;
}

static void a_clock_that_stands_still(void **unused) {
    (void)unused;
    ct_ssi_start(spi, 400000, CT_SPI_MODE_3);
    assert_int_equal(ct_reg_model_peek(&chip, SSI_AT + 0x10), 2);                 // 50 MHz / (2 * 63)
    assert_int_equal(ct_reg_model_peek(&chip, SSI_AT), 62 << 8 | 3 << 6 | 7);
    uint8_t data[20];
    for (uint8_t n = 0; n < 20; n++) data[n] = n;
    assert_int_equal(ct_spi_bus_transfer_in_place(CT_SSI_BUS(spi), data, 20), CT_OK);
    for (uint8_t n = 0; n < 20; n++) assert_int_equal(data[n], n);
    stands_still = true;
    assert_int_equal(ct_spi_bus_write(CT_SSI_BUS(spi), data, 20), CT_TIMEOUT);
    assert_int_equal(ct_spi_bus_flush(CT_SSI_BUS(spi)), CT_TIMEOUT);
    assert_int_equal(ct_ssi_exchange(spi, 7), CT_TIMEOUT);
    stands_still = false;
    assert_int_equal(ct_spi_bus_flush(CT_SSI_BUS(spi)), CT_OK);
    assert_int_equal(ct_ssi_exchange(spi, 7), 7);
    assert_int_equal(ct_spi_bus_transfer_in_place(CT_SSI_BUS(spi), data, 20), CT_OK); // usable again
    assert_int_equal(ct_reg_model_peek(&chip, SSI_AT + 4) & 2, 2);                    // and on
}

static void speeds(void **unused) {
    (void)unused;
    const struct ct_spi_bus bus = CT_SSI_BUS(spi);
    for (uint32_t hz = 769; hz < 60000000; hz += hz / 7 + 1) {
        assert_int_equal(ct_spi_bus_configure(bus, (struct ct_spi_config){hz, CT_SPI_MODE_0}), CT_OK);
        const uint64_t prescaler = ct_reg_model_peek(&chip, SSI_AT + 0x10);
        const uint64_t scr = ct_reg_model_peek(&chip, SSI_AT) >> 8;
        assert_true(prescaler >= 2 && prescaler <= 254 && prescaler % 2 == 0 && scr <= 255);
        assert_true(prescaler * (scr + 1) * hz >= 50000000 || (prescaler == 2 && scr == 0)); // at most
    }
    assert_int_equal(ct_spi_bus_configure(bus, (struct ct_spi_config){700, CT_SPI_MODE_0}), CT_OUT_OF_RANGE);
    assert_int_equal(ct_spi_bus_configure(bus, (struct ct_spi_config){0, CT_SPI_MODE_0}), CT_OUT_OF_RANGE);
}

static void i2c_faults(void **unused) {
    (void)unused;
    enum { BUSY = 1, ERROR = 2, ADRACK = 4, DATACK = 8, ARBLST = 16, RUN = 1, START = 2, STOP = 4 };
    static const struct {
        uint32_t second; // state after the second byte
        enum ct_error expected;
        uint32_t commands, last;
    } cases[] = {
        {0, CT_OK, 3, RUN | STOP},
        {ERROR | ADRACK, CT_NO_ACKNOWLEDGE_ADDRESS, 3, STOP},
        {ERROR | DATACK, CT_NO_ACKNOWLEDGE_DATA, 3, STOP},
        {ERROR | ARBLST, CT_ARBITRATION, 2, RUN}, // no STOP: the bus is another's
        {ERROR, CT_BUS, 3, STOP},
        {BUSY, CT_TIMEOUT, 2, RUN},
    };
    ct_i2c_master_start(wires, 100000);
    assert_int_equal(ct_reg_model_peek(&chip, I2C_AT + 0x0C), 24);
    for (size_t n = 0; n < CT_COUNT(cases); n++) {
        said = 0;
        states[1] = cases[n].second;
        assert_int_equal(ct_i2c_write(BUS, CT_I2C_7(0x50), (const uint8_t[]){1, 2, 3}, 3), cases[n].expected);
        assert_int_equal(said, cases[n].commands);
        assert_int_equal(commands[0], RUN | START);
        assert_int_equal(commands[said - 1], cases[n].last);
        assert_int_equal(ct_reg_model_peek(&chip, I2C_AT + 0x20), 0x10); // the master is on again
    }
    states[1] = said = 0;
    assert_int_equal(ct_i2c_write(BUS, CT_I2C_7(0x50), (const uint8_t[]){1, 2, 3}, 3), CT_OK);
}

// START, repeated START, acknowledgements and STOP stand where the contract has them.
static void i2c_commands(void **unused) {
    (void)unused;
    enum { RUN = 1, START = 2, STOP = 4, ACK = 8 };
    uint8_t data[3];
    const struct ct_i2c_operation operations[] = {CT_I2C_WRITE((const uint8_t[]){1}, 1), CT_I2C_WRITE((const uint8_t[]){2}, 1),
                                                  CT_I2C_READ(data, 2), CT_I2C_READ(data + 2, 1),
                                                  CT_I2C_WRITE((const uint8_t[]){3}, 1)};
    assert_int_equal(ct_i2c_transaction(BUS, CT_I2C_7(0x50), operations, 5), CT_OK);
    static const uint32_t expected[] = {RUN | START, RUN, RUN | START | ACK, RUN | ACK, RUN, RUN | START | STOP};
    assert_int_equal(said, CT_COUNT(expected));
    for (unsigned n = 0; n < said; n++) assert_int_equal(commands[n], expected[n]);
    assert_int_equal(ct_reg_model_peek(&chip, I2C_AT), 0x50 << 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_clock_that_stands_still, open),
        cmocka_unit_test_setup(speeds, open),
        cmocka_unit_test_setup(i2c_faults, open),
        cmocka_unit_test_setup(i2c_commands, open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
