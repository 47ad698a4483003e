// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// I2C on the model, with EEPROMs on the bus. The clocks are the 16 MHz of a chip after reset.
#define CT_I2C_PORT_TRIES 20000 // 2 ms of the model
#include "f4_test.h"

#include <corten/i2c_port.h>

enum { CLOCK = 16000000, SCL = CT_MODEL_PIN('B', 8), SDA = CT_MODEL_PIN('B', 9) };

CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
CT_I2C_PORT(port, I2C1, scl, sda);

static uint8_t memory[8192];
static struct ct_model_at24 rom = {.thing = {.address = 0x50}, .memory = memory, .bytes = sizeof memory, .page = 32};

/// A device with an address of 10 bits: it keeps what it is sent, and notes what happens.
static struct far {
    struct ct_model_i2c_thing thing;
    uint8_t bytes[16];
    unsigned count, reads, starts, stops;
} far;
static bool far_addressed(struct ct_model_i2c_thing *thing, bool is_read) {
    (void)thing, (void)is_read;
    far.starts++;
    return true;
}
static bool far_write(struct ct_model_i2c_thing *thing, uint8_t byte) {
    (void)thing;
    if (far.count < sizeof far.bytes) far.bytes[far.count++] = byte;
    return true;
}
static uint8_t far_read(struct ct_model_i2c_thing *thing) {
    (void)thing;
    return (uint8_t)(0xA0 + far.reads++);
}
static void far_stop(struct ct_model_i2c_thing *thing) {
    (void)thing;
    far.stops++;
}

static struct ct_i2c bus;
static const struct ct_i2c_address rom_at = {0x50, false}, far_at = {0x2A5, true};

static int open(void **state) {
    f4_open(state);
    ct_model_at24_open(&rom);
    far = (struct far){.thing = {NULL, 0x2A5, true, far_addressed, far_write, far_read, far_stop}};
    ct_model_i2c_wire(1, SCL, SDA);
    ct_model_i2c_attach(1, &rom.thing);
    ct_model_i2c_attach(1, &far.thing);
    ct_i2c_port_start(port, CLOCK, 400000);
    bus = CT_I2C_PORT_AS_BUS(port);
    return 0;
}

/// The port works: the EEPROM is read.
static void works(void) {
    uint8_t byte = 0;
    memory[0x123] = 0x77;
    assert_int_equal(ct_i2c_write_read(bus, rom_at, (uint8_t[]){0x01, 0x23}, 2, &byte, 1), CT_OK);
    assert_int_equal(byte, 0x77);
}

static void reads_of_every_length(void **state) {
    (void)state;
    for (unsigned i = 0; i < sizeof memory; i++) memory[i] = (uint8_t)(i * 7 + i / 256);
    for (unsigned length = 1; length <= 40; length++) {
        uint8_t got[48];
        memset(got, 0x5A, sizeof got);
        assert_int_equal(ct_i2c_write_read(bus, rom_at, (uint8_t[]){2, (uint8_t)length}, 2, got, length), CT_OK);
        assert_memory_equal(got, &memory[512 + length], length);
        assert_int_equal(got[length], 0x5A);
        memset(got, 0x5A, sizeof got); // and on from there, without an address
        assert_int_equal(ct_i2c_read(bus, rom_at, got, length), CT_OK);
        assert_memory_equal(got, &memory[512 + 2 * length], length);
    }
}

static void a_page_is_written_in_pieces(void **state) {
    (void)state;
    const struct ct_i2c_operation page[] = {CT_I2C_WRITE(((uint8_t[]){0, 64}), 2), CT_I2C_WRITE((const uint8_t *)"cor", 3),
                                            CT_I2C_WRITE(NULL, 0), CT_I2C_WRITE((const uint8_t *)"ten", 3)};
    assert_int_equal(ct_i2c_transaction(bus, rom_at, page, 4), CT_OK);
    f4_pass_us(100);
    assert_memory_equal(&memory[64], "corten", 6);
    assert_int_equal(rom.writes, 1);
    // it writes, and does not answer; a question costs nothing but time
    unsigned asked = 0;
    enum ct_error e;
    while ((e = ct_i2c_write(bus, rom_at, NULL, 0)) == CT_NO_ACKNOWLEDGE_ADDRESS) asked++;
    assert_int_equal(e, CT_OK);
    assert_in_range(asked, 50, 250);
    works();
}

static void a_random_mix_is_what_the_memory_holds(void **state) {
    (void)state;
    static uint8_t reference[sizeof memory];
    memset(reference, 0xFF, sizeof reference);
    uint32_t random = 2026;
    for (unsigned n = 0; n < 60; n++) {
        random = random * 1664525u + 1013904223u;
        const uint16_t at = (uint16_t)(random >> 8 & (sizeof memory - 1));
        const unsigned count = 1 + (random >> 24) % (32 - at % 32);
        uint8_t address[2] = {(uint8_t)(at >> 8), (uint8_t)at}, data[32], got[32];
        for (unsigned i = 0; i < count; i++) reference[at + i] = data[i] = (uint8_t)(random >> (i % 24));
        assert_int_equal(ct_i2c_write_write(bus, rom_at, address, 2, data, count), CT_OK);
        f4_pass_us(5200);
        const unsigned split = count / 2;
        const struct ct_i2c_operation read[] = {CT_I2C_WRITE(address, 1), CT_I2C_WRITE(address + 1, 1),
                                                CT_I2C_READ(got, split ? split : 1),
                                                CT_I2C_READ(got + split, count - split)};
        assert_int_equal(ct_i2c_transaction(bus, rom_at, read, 4), CT_OK);
        assert_memory_equal(got, data, split);
    }
    assert_memory_equal(memory, reference, sizeof memory);
}

static void addresses_of_10_bits(void **state) {
    (void)state;
    uint8_t got[4];
    assert_int_equal(ct_i2c_write(bus, far_at, (uint8_t[]){1, 2, 3}, 3), CT_OK);
    assert_int_equal(far.count, 3);
    assert_memory_equal(far.bytes, ((uint8_t[]){1, 2, 3}), 3);
    assert_int_equal(ct_i2c_read(bus, far_at, got, 2), CT_OK);
    assert_memory_equal(got, ((uint8_t[]){0xA0, 0xA1}), 2);
    assert_int_equal(ct_i2c_write_read(bus, far_at, (uint8_t[]){9}, 1, got, 4), CT_OK);
    assert_int_equal(far.bytes[3], 9);
    assert_int_equal(got[3], 0xA5);
    f4_pass_us(50);
    assert_int_equal(far.stops, 3);
    assert_int_equal(ct_i2c_write(bus, CT_I2C_10(0x2A6), got, 1), CT_NO_ACKNOWLEDGE_ADDRESS);
    assert_int_equal(ct_i2c_write(bus, CT_I2C_10(0x0A5), got, 1), CT_NO_ACKNOWLEDGE_ADDRESS);
    works();
}

static void directions_alternate_behind_repeated_starts(void **state) {
    (void)state;
    uint8_t a[3], b[2], c[1];
    const struct ct_i2c_operation mix[] = {CT_I2C_READ(a, 3), CT_I2C_WRITE((const uint8_t *)"x", 1), CT_I2C_READ(b, 2),
                                           CT_I2C_WRITE((const uint8_t *)"yz", 2), CT_I2C_READ(c, 1)};
    assert_int_equal(ct_i2c_transaction(bus, far_at, mix, 5), CT_OK);
    assert_memory_equal(far.bytes, "xyz", 3);
    assert_int_equal(a[2], 0xA2);
    assert_int_equal(b[1], 0xA4);
    assert_int_equal(c[0], 0xA5);
    f4_pass_us(50);
    assert_int_equal(far.stops, 1);
    assert_int_equal(ct_i2c_transaction(bus, rom_at, NULL, 0), CT_OK);
    assert_int_equal(ct_i2c_read(bus, rom_at, a, 0), CT_INVALID);
}

static void the_rate_is_kept(void **state) {
    (void)state;
    for (unsigned fast = 0; fast < 2; fast++) {
        uint8_t got[20];
        if (fast) ct_i2c_port_start(port, CLOCK, 400000);
        else ct_i2c_port_start(port, CLOCK, 100000);
        const uint64_t begin = ct_host_now(), bit = fast ? 2500 : 10000;
        assert_int_equal(ct_i2c_read(bus, rom_at, got, 20), CT_OK);
        const uint64_t took = ct_host_now() - begin;
        assert_in_range(took, 21 * 9 * bit, 21 * 9 * bit * 109 / 100 + 30000);
    }
    works();
}

/* ---- interrupts that take longer than bytes, at any instant: the last byte must not be acknowledged, nor
   one more begun, because the core was elsewhere */

static unsigned disturbances;
void TIM3_Handler(void);
void TIM3_Handler(void) {
    disturbances++;
    f4_pass_us(100); // four bytes
}
static void disturb(void *none) {
    (void)none;
    ct_port_pend(TIM3_IRQn);
}

static void an_interrupt_at_any_access_does_no_harm(void **state) {
    (void)state;
    static struct ct_host_event event;
    for (unsigned i = 0; i < sizeof memory; i++) memory[i] = (uint8_t)(i * 5 + i / 256);
    disturbances = 0;
    ct_model_access_ns = 400;
    ct_port_enable(TIM3_IRQn, 1);
    for (unsigned length = 1; length <= 4; length++) {
        for (unsigned before = disturbances, at = 0; at == 0 || disturbances > before; at += 400) {
            uint8_t got[8] = {0};
            before = disturbances;
            ct_model_after(&event, at, disturb, NULL);
            assert_int_equal(ct_i2c_write_read(bus, rom_at, (uint8_t[]){3, (uint8_t)length}, 2, got, length), CT_OK);
            ct_host_cancel(&event);
            assert_memory_equal(got, &memory[768 + length], length);
        }
    }
    assert_true(disturbances > 1000);
}

/* ---- faults: the documented error, and the next transaction works */

static void nobody_there(void **state) {
    (void)state;
    uint8_t byte;
    assert_int_equal(ct_i2c_write(bus, CT_I2C_7(0x11), &byte, 0), CT_NO_ACKNOWLEDGE_ADDRESS);
    assert_int_equal(ct_i2c_read(bus, CT_I2C_7(0x11), &byte, 1), CT_NO_ACKNOWLEDGE_ADDRESS);
    works();
}

static void a_byte_is_refused(void **state) {
    (void)state;
    for (int n = 0; n < 5; n++) {
        rom.refuses_after = n;
        assert_int_equal(ct_i2c_write(bus, rom_at, (uint8_t[]){1, 0, 'a', 'b', 'c'}, 5), CT_NO_ACKNOWLEDGE_DATA);
        rom.refuses_after = -1;
        works();
        assert_int_equal(rom.writes, 0);
    }
}

static void arbitration_is_lost(void **state) {
    (void)state;
    for (unsigned n = 1; n < 6; n++) {
        uint8_t got[4];
        ct_model_i2c_faults[1].arbitration_lost_at = n;
        assert_int_equal(ct_i2c_write(bus, far_at, (uint8_t[]){1, 2, 3, 4}, 4), CT_ARBITRATION);
        assert_int_equal(ct_i2c_read(bus, rom_at, got, 4), CT_OK); // waits for the other one's STOP
        works();
    }
}

static void a_bus_error_and_an_overrun(void **state) {
    (void)state;
    for (unsigned n = 1; n < 5; n++) {
        ct_model_i2c_faults[1].bus_error_at = n;
        assert_int_equal(ct_i2c_write(bus, far_at, (uint8_t[]){1, 2, 3, 4}, 4), CT_BUS);
        works();
        uint8_t got[8];
        ct_model_i2c_faults[1].bus_error_at = n;
        assert_int_equal(ct_i2c_read(bus, rom_at, got, 8), CT_BUS);
        works(); // what came meanwhile is not taken for the next answer
        ct_model_i2c_faults[1].overrun_at = n;
        assert_int_equal(ct_i2c_write(bus, far_at, (uint8_t[]){1, 2, 3, 4}, 4), CT_OVERRUN);
        works();
    }
}

static void a_device_that_holds_data_is_clocked_free(void **state) {
    (void)state;
    uint8_t byte;
    for (unsigned clocks = 1; clocks <= 9; clocks++) {
        ct_model_i2c_hold_data(1, clocks);
        assert_int_equal(ct_i2c_read(bus, rom_at, &byte, 1), CT_TIMEOUT); // and it was freed
        assert_true(ct_model_pin_level(SDA));
        works();
    }
    ct_model_i2c_hold_data(1, 1000);
    assert_int_equal(ct_i2c_recover(bus), CT_TIMEOUT);
    assert_int_equal(ct_i2c_read(bus, rom_at, &byte, 1), CT_TIMEOUT);
    ct_model_i2c_hold_data(1, 3);
    assert_int_equal(ct_i2c_recover(bus), CT_OK);
    works();
}

static void letting_go(void *unused) {
    (void)unused;
    ct_model_i2c_hold_clock(1, false);
}
static void a_device_that_holds_the_clock(void **state) {
    (void)state;
    uint8_t byte;
    static struct ct_host_event release;
    ct_model_i2c_faults[1].is_stuck = true; // in the middle of a byte
    assert_int_equal(ct_i2c_read(bus, rom_at, &byte, 1), CT_TIMEOUT);
    ct_model_i2c_hold_clock(1, true); // and on
    assert_int_equal(ct_i2c_recover(bus), CT_TIMEOUT);
    assert_int_equal(ct_i2c_read(bus, rom_at, &byte, 1), CT_TIMEOUT);
    ct_model_i2c_hold_clock(1, false);
    works();
    // one that stretches the clock for 1 ms and goes on is waited for
    ct_model_i2c_faults[1].is_stuck = true;
    ct_model_after(&release, 1000000, letting_go, NULL);
    memory[0x123] = 0;
    assert_int_equal(ct_i2c_write_read(bus, rom_at, (uint8_t[]){0x01, 0x23}, 2, &byte, 1), CT_OK);
    assert_int_equal(byte, 0);
}

static void without_its_clock_it_is_said(void **state) {
    (void)state;
    uint8_t byte;
    ct_apb_disable(1, 21);
    ct_model_keep_reports("I2C1");
    assert_int_equal(ct_i2c_read(bus, rom_at, &byte, 1), CT_TIMEOUT);
    assert_true(ct_model_reports() > 0);
    ct_model_keep_reports(NULL);
    ct_i2c_port_start(port, CLOCK, 100000);
    works();
}

static void misuse_is_reported(void **state) {
    (void)state;
    EXPECT_REPORT("CCR or TRISE is written while the I2C is on", reg_write_raw(I2C1->CCR, 80));
    EXPECT_REPORT("while nothing can be sent", reg_write_raw(I2C1->DR, 80));
    reg_write_raw(I2C1->CR1, 0);
    reg_write(I2C1->CR2, I2C_CR2_FREQ(42));
    EXPECT_REPORT("I2C1.CR2.FREQ is 42, APB1 runs at 16 MHz", reg_write(I2C1->CR1, I2C_CR1_PE(1)));
    reg_write_raw(I2C1->CR1, 0);
    reg_write(I2C1->CR2, I2C_CR2_FREQ(16));
    reg_write_raw(I2C1->CCR, 20);
    EXPECT_REPORT("too fast for its mode", reg_write(I2C1->CR1, I2C_CR1_PE(1)));
    reg_write_raw(I2C1->CR1, 0);
    reg_write_raw(I2C1->CCR, 80);
    reg_modify(GPIOB->OTYPER, GPIO_OTYPER_OT(8, 0));
    EXPECT_REPORT("the pin PB8 is not open-drain", reg_write(I2C1->CR1, I2C_CR1_PE(1)));
}

#define TEST(name) cmocka_unit_test_setup(name, open)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(reads_of_every_length),
        TEST(a_page_is_written_in_pieces),
        TEST(a_random_mix_is_what_the_memory_holds),
        TEST(addresses_of_10_bits),
        TEST(directions_alternate_behind_repeated_starts),
        TEST(the_rate_is_kept),
        TEST(an_interrupt_at_any_access_does_no_harm),
        TEST(nobody_there),
        TEST(a_byte_is_refused),
        TEST(arbitration_is_lost),
        TEST(a_bus_error_and_an_overrun),
        TEST(a_device_that_holds_data_is_clocked_free),
        TEST(a_device_that_holds_the_clock),
        TEST(without_its_clock_it_is_said),
        TEST(misuse_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
