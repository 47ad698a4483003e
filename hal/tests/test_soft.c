// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// <corten/hal/soft_spi.h>, <corten/hal/soft_i2c.h>: buses by hand, against devices that look at
// nothing but the levels of the wires.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <corten/hal/mock.h>
#include <corten/hal/soft_i2c.h>
#include <corten/hal/soft_spi.h>

void ct_mock_failed(const char *text) { fail_msg("%s", text); }

static struct ct_mock_clock time_passes;
static void delay_ns(void *object, uint32_t ns);
static const struct ct_delay_ops delay_ops = {delay_ns, NULL};
#define DELAY ((struct ct_delay){&delay_ops, NULL})

/* ---- SPI: a device that takes and gives bits at the edges that the mode says */

static struct {
    bool clock, out, in;
    int mode, bit;
    uint8_t shift, taken[64], gives[64];
    unsigned bytes;
} spi;
static uint64_t shortest, last_edge;

static void give_bit(void) { spi.in = spi.gives[spi.bytes] >> (7 - spi.bit) & 1; }
static void select_device(int mode) {
    spi.mode = mode;
    spi.bit = 0;
    spi.bytes = 0;
    if (!(mode & 1)) give_bit(); // the first bit stands before the first edge
}
static void clock_edge(bool high) {
    if (high == spi.clock) return;
    spi.clock = high;
    if (time_passes.now_ns - last_edge < shortest) shortest = time_passes.now_ns - last_edge;
    last_edge = time_passes.now_ns;
    const bool leading = high != (spi.mode >> 1);
    if (leading == !(spi.mode & 1)) { // takes
        spi.shift = (uint8_t)(spi.shift << 1 | spi.out);
        if (++spi.bit == 8) {
            spi.taken[spi.bytes++] = spi.shift;
            spi.bit = 0;
        }
    } else {
        give_bit();
    }
}
static enum ct_error clock_high(void *pin) { return (void)pin, clock_edge(true), CT_OK; }
static enum ct_error clock_low(void *pin) { return (void)pin, clock_edge(false), CT_OK; }
static enum ct_error out_high(void *pin) { return (void)pin, spi.out = true, CT_OK; }
static enum ct_error out_low(void *pin) { return (void)pin, spi.out = false, CT_OK; }
static int in_level(void *pin) { return (void)pin, spi.in; }
static const struct ct_output_ops clock_ops = {.set_high = clock_high, .set_low = clock_low},
                                  out_ops = {.set_high = out_high, .set_low = out_low};
static const struct ct_input_ops in_ops = {in_level};
CT_SOFT_SPI(soft, ((struct ct_output_pin){&clock_ops, NULL}), ((struct ct_output_pin){&out_ops, NULL}),
            ((struct ct_input_pin){&in_ops, NULL}), DELAY, 100000, CT_SPI_MODE_0);

static void all_modes(void **unused) {
    (void)unused;
    srand(8);
    for (int round = 0; round < 400; round++) {
        const int mode = round % 4;
        const uint32_t hz = round % 3 ? 100000 : 0;
        assert_int_equal(ct_spi_bus_configure(soft, (struct ct_spi_config){hz, (enum ct_spi_mode)mode}), CT_OK);
        assert_int_equal(spi.clock, mode >> 1); // at rest
        uint8_t sent[32], received[32];
        const size_t length = (size_t)rand() % 32;
        for (size_t n = 0; n < sizeof spi.gives; n++) spi.gives[n] = (uint8_t)rand();
        for (size_t n = 0; n < length; n++) sent[n] = (uint8_t)rand();
        select_device(mode);
        shortest = UINT64_MAX;
        last_edge = 0;
        time_passes.now_ns += 1000000;
        switch (round % 5) {
        case 0: // receives only
            assert_int_equal(ct_spi_bus_read(soft, received, length), CT_OK);
            memset(sent, 0xFF, length);
            break;
        case 1: // sends only
            assert_int_equal(ct_spi_bus_write(soft, sent, length), CT_OK);
            memcpy(received, spi.gives, length);
            break;
        default:
            assert_int_equal(ct_spi_bus_transfer(soft, sent, received, length), CT_OK);
        }
        assert_int_equal(spi.bytes, length);
        assert_memory_equal(spi.taken, sent, length);
        assert_memory_equal(received, spi.gives, length);
        assert_int_equal(spi.clock, mode >> 1);
        if (hz && length) assert_true(shortest >= 5000);
    }
}

static void pins_that_fail(void **unused) {
    (void)unused;
    struct ct_mock mock;
    struct ct_soft_spi_state state = {0, CT_SPI_MODE_0};
    const uint8_t byte = 0x80;
    CT_MOCK_BEGIN(&mock, CT_MOCK_HIGH("out"), CT_MOCK_FAILS(CT_BUS, CT_MOCK_HIGH("clock")));
    const struct ct_soft_spi pins = {ct_mock_output(&mock, "clock"), ct_mock_output(&mock, "out"),
                                     ct_mock_input(&mock, "in"), CT_NO_DELAY};
    assert_int_equal(ct_soft_spi_transfer(pins, &state, &byte, NULL, 1), CT_BUS);
    CT_MOCK_THEN(&mock, CT_MOCK_HIGH("out"), CT_MOCK_HIGH("clock"), CT_MOCK_IS_HIGH("in", CT_TIMEOUT));
    assert_int_equal(ct_soft_spi_transfer(pins, &state, &byte, NULL, 1), CT_TIMEOUT);
    ct_mock_end(&mock);
}

/* ---- I2C: a device that writes down what it sees */

static struct {
    bool master_scl, master_sda, device_scl, device_sda; // true: let go
    bool scl, sda;                                       // the wires, as they were
    int bit;                                             // 0 to 7 of a byte, 8: acknowledgement
    uint8_t shift;
    enum { IDLE, FIRST, SECOND, TAKES, GIVES, DEAF } state;
    bool gave;
    uint16_t address;
    bool is_ten, matched;
    unsigned refuse_data_after; // bytes that it acknowledges
    unsigned taken, stretches_us, stretch_left_us;
    bool holds_clock_forever;
    int rival_at_bit; // another master pulls the data line low at this bit of the transaction
    int bits;
    uint8_t next;
    char log[2000];
} wire;

static void write_down(const char *format, int value) {
    const size_t at = strlen(wire.log);
    snprintf(wire.log + at, sizeof wire.log - at, format, value);
}

static void byte_taken(void) { // the acknowledgement follows: decides whether to give it
    bool acknowledge = false;
    switch (wire.state) {
    case FIRST:
        if (wire.is_ten) {
            const bool mine = (wire.shift & 0xFE) == (0xF0 | (wire.address >> 7 & 6));
            acknowledge = mine && ((wire.shift & 1) ? wire.matched : true);
            wire.state = !acknowledge ? DEAF : wire.shift & 1 ? GIVES : SECOND;
        } else {
            acknowledge = wire.shift >> 1 == wire.address;
            wire.state = !acknowledge ? DEAF : wire.shift & 1 ? GIVES : TAKES;
        }
        break;
    case SECOND:
        acknowledge = wire.shift == (uint8_t)wire.address;
        wire.matched = acknowledge;
        wire.state = acknowledge ? TAKES : DEAF;
        break;
    case TAKES: acknowledge = wire.taken++ < wire.refuse_data_after; break;
    default: break;
    }
    write_down(acknowledge ? "%02Xa " : "%02Xn ", wire.shift);
    wire.device_sda = !acknowledge;
}

static void look(void) {
    const bool scl = wire.master_scl && wire.device_scl && !wire.holds_clock_forever;
    bool sda = wire.master_sda && wire.device_sda && wire.bits != wire.rival_at_bit;
    const bool scl_was = wire.scl, sda_was = wire.sda;
    wire.scl = scl;
    wire.sda = sda;
    if (scl && scl_was && sda != sda_was) {
        if (!sda) { // START
            write_down("S ", 0);
            wire.state = FIRST;
            wire.bit = -1;
            wire.taken = 0;
            wire.gave = false;
        } else {
            write_down("P ", 0);
            wire.state = IDLE;
            wire.matched = false;
        }
        wire.device_sda = true;
        return;
    }
    if (wire.state == IDLE) return;
    if (scl && !scl_was) { // a bit is taken
        wire.bits++;
        if (wire.bit < 8) wire.shift = (uint8_t)(wire.shift << 1 | sda);
        if (wire.bit == 8 && wire.state == GIVES && wire.gave) {
            write_down(sda ? "n " : "a ", 0);
            if (sda) wire.state = DEAF; // it has enough
        }
    }
    if (!scl && scl_was) {
        wire.bit = wire.bit == 8 ? 0 : wire.bit + 1;
        if (wire.stretches_us) {
            wire.device_scl = false;
            wire.stretch_left_us = wire.stretches_us;
        }
        wire.device_sda = true;
        if (wire.state == GIVES) {
            if (wire.bit == 0) {
                write_down("%02X", wire.next);
                wire.gave = true; // from now on the master acknowledges
            }
            if (wire.bit < 8) wire.device_sda = wire.next >> (7 - wire.bit) & 1;
            if (wire.bit == 8) wire.next = (uint8_t)(wire.next * 5 + 1);
        } else if (wire.bit == 8) {
            byte_taken();
        }
        look();
    }
}
static void delay_ns(void *object, uint32_t ns) {
    (void)object;
    time_passes.now_ns += ns;
    if (wire.stretch_left_us && (ns >= 1000)) {
        const unsigned us = ns / 1000;
        wire.stretch_left_us = wire.stretch_left_us > us ? wire.stretch_left_us - us : 0;
        if (!wire.stretch_left_us) {
            wire.device_scl = true;
            look();
        }
    }
}
static enum ct_error drive(void *line, bool high) {
    *(bool *)line = high;
    look();
    return CT_OK;
}
static enum ct_error let_go(void *line) { return drive(line, true); }
static int level(void *line) { return line == &wire.master_scl ? wire.scl : wire.sda; }
static const struct ct_bidirectional_ops line_ops = {drive, let_go, level};
CT_SOFT_I2C(two_wires, ((struct ct_bidirectional_pin){&line_ops, &wire.master_scl}),
            ((struct ct_bidirectional_pin){&line_ops, &wire.master_sda}), DELAY, 100000);

static void begin(struct ct_i2c_address address) {
    memset(&wire, 0, sizeof wire);
    wire.master_scl = wire.master_sda = wire.device_scl = wire.device_sda = wire.scl = wire.sda = true;
    wire.address = address.bits;
    wire.is_ten = address.is_ten;
    wire.refuse_data_after = ~0u;
    wire.rival_at_bit = -1;
    wire.next = 7;
}
static void is_idle(void) {
    assert_true(wire.master_scl && wire.master_sda && wire.scl && wire.sda && wire.state == IDLE);
}

static void one_by_one(void **unused) {
    (void)unused;
    uint8_t data[4];
    begin(CT_I2C_7(0x50));
    assert_int_equal(two_wires_start(), CT_OK);
    assert_int_equal(ct_i2c_write_read(two_wires, CT_I2C_7(0x50), (const uint8_t[]){0, 16}, 2, data, 3), CT_OK);
    assert_string_equal(wire.log, "S A0a 00a 10a S A1a 07a 24a B5n P ");
    assert_memory_equal(data, "\x07\x24\xB5", 3);
    is_idle();

    begin(CT_I2C_10(0x2A5));
    assert_int_equal(ct_i2c_read(two_wires, CT_I2C_10(0x2A5), data, 1), CT_OK);
    assert_string_equal(wire.log, "S F4a A5a S F5a 07n P ");
    begin(CT_I2C_10(0x2A5));
    const struct ct_i2c_operation there_and_back[] = {CT_I2C_WRITE((const uint8_t[]){1}, 1), CT_I2C_READ(data, 1),
                                                      CT_I2C_WRITE((const uint8_t[]){2}, 1)};
    assert_int_equal(ct_i2c_transaction(two_wires, CT_I2C_10(0x2A5), there_and_back, 3), CT_OK);
    assert_string_equal(wire.log, "S F4a A5a 01a S F5a 07n S F4a A5a 02a P ");
    is_idle();

    begin(CT_I2C_7(0x50));
    assert_int_equal(ct_i2c_write(two_wires, CT_I2C_7(0x51), NULL, 0), CT_NO_ACKNOWLEDGE_ADDRESS);
    assert_string_equal(wire.log, "S A2n P ");
    assert_int_equal(ct_i2c_write(two_wires, CT_I2C_7(0x50), NULL, 0), CT_OK);
    assert_string_equal(wire.log, "S A2n P S A0a P ");
    assert_int_equal(ct_i2c_read(two_wires, CT_I2C_7(0x50), data, 0), CT_INVALID);
    assert_int_equal(ct_i2c_transaction(two_wires, CT_I2C_7(0x50), NULL, 0), CT_OK);
    assert_string_equal(wire.log, "S A2n P S A0a P ");
    wire.refuse_data_after = 1;
    wire.log[0] = 0;
    assert_int_equal(ct_i2c_write(two_wires, CT_I2C_7(0x50), (const uint8_t[]){1, 2, 3}, 3), CT_NO_ACKNOWLEDGE_DATA);
    assert_string_equal(wire.log, "S A0a 01a 02n P ");
    is_idle();
}

static void clocks_that_are_held(void **unused) {
    (void)unused;
    uint8_t data[2];
    begin(CT_I2C_7(0x50));
    wire.stretches_us = 300;
    const uint64_t before = time_passes.now_ns;
    assert_int_equal(ct_i2c_read(two_wires, CT_I2C_7(0x50), data, 2), CT_OK);
    assert_string_equal(wire.log, "S A1a 07a 24n P ");
    assert_true(time_passes.now_ns - before > 27 * 300000u);
    begin(CT_I2C_7(0x50));
    wire.holds_clock_forever = true;
    assert_int_equal(ct_i2c_read(two_wires, CT_I2C_7(0x50), data, 2), CT_TIMEOUT);
    assert_int_equal(two_wires_start(), CT_TIMEOUT);
    wire.holds_clock_forever = false;
    assert_int_equal(two_wires_start(), CT_OK);
    wire.log[0] = 0;
    assert_int_equal(ct_i2c_read(two_wires, CT_I2C_7(0x50), data, 2), CT_OK); // usable again
}

static void another_master(void **unused) {
    (void)unused;
    begin(CT_I2C_7(0x50));
    wire.rival_at_bit = 2; // of address 1010 000: a one
    assert_int_equal(ct_i2c_write(two_wires, CT_I2C_7(0x50), NULL, 0), CT_ARBITRATION);
    assert_true(wire.master_scl && wire.master_sda);
    assert_null(strchr(wire.log, 'P'));
}

static void held_data_line(void **unused) {
    (void)unused;
    for (int held = 1; held <= 12; held++) {
        begin(CT_I2C_7(0x50));
        // a reset of the master in the middle of a byte of zeros: it gives the rest of it
        wire.state = GIVES;
        wire.gave = true;
        wire.next = 0;
        wire.bit = 9 - (held > 9 ? 9 : held);
        wire.device_sda = false;
        wire.sda = false;
        if (held > 9) wire.state = IDLE; // one that is broken
        assert_int_equal(two_wires_start(), CT_TIMEOUT);
        assert_int_equal(ct_i2c_recover(two_wires), held > 9 ? CT_TIMEOUT : CT_OK);
        if (held <= 9) is_idle();
    }
}

// Random transactions against the log that they must leave.
static void whatever_is_asked(void **unused) {
    (void)unused;
    srand(9);
    for (int round = 0; round < 2000; round++) {
        const bool ten = rand() & 1;
        const struct ct_i2c_address address = {(uint16_t)(rand() & (ten ? 0x3FF : 0x7F)), ten};
        begin(address);
        if (rand() % 4 == 0) wire.stretches_us = (unsigned)rand() % 20;
        struct ct_i2c_operation operations[5];
        uint8_t written[5][4], read[5][4];
        const size_t count = 1 + (size_t)rand() % 5;
        char expected[2000] = "";
        int direction = -1;
        uint8_t next = 7;
        char *at = expected;
        for (size_t n = 0; n < count; n++) operations[n].length = 1 + (size_t)rand() % 4;
        for (size_t n = 0; n < count; n++) operations[n].read = rand() & 1 ? read[n] : NULL;
        for (size_t n = 0; n < count; n++) {
            const bool receives = operations[n].read;
            operations[n].write = receives ? NULL : written[n];
            if (direction != receives) {
                if (ten) {
                    const int first = 0xF0 | (address.bits >> 8) << 1;
                    if (!receives || direction == -1) at += sprintf(at, "S %02Xa %02Xa ", first, address.bits & 0xFF);
                    if (receives) at += sprintf(at, "S %02Xa ", first | 1);
                } else {
                    at += sprintf(at, "S %02Xa ", address.bits << 1 | receives);
                }
                direction = receives;
            }
            for (size_t i = 0; i < operations[n].length; i++) {
                if (receives) {
                    const bool last = i + 1 == operations[n].length && (n + 1 == count || !operations[n + 1].read);
                    at += sprintf(at, "%02X%c ", next, last ? 'n' : 'a');
                    next = (uint8_t)(next * 5 + 1);
                } else {
                    written[n][i] = (uint8_t)rand();
                    at += sprintf(at, "%02Xa ", written[n][i]);
                }
            }
        }
        sprintf(at, "P ");
        assert_int_equal(ct_i2c_transaction(two_wires, address, operations, count), CT_OK);
        assert_string_equal(wire.log, expected);
        next = 7;
        for (size_t n = 0; n < count; n++)
            for (size_t i = 0; operations[n].read && i < operations[n].length; i++, next = (uint8_t)(next * 5 + 1))
                assert_int_equal(read[n][i], next);
        is_idle();
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_modes),       cmocka_unit_test(pins_that_fail),
        cmocka_unit_test(one_by_one),      cmocka_unit_test(clocks_that_are_held),
        cmocka_unit_test(another_master),  cmocka_unit_test(held_data_line),
        cmocka_unit_test(whatever_is_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
