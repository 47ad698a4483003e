// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// I2C with DMA on the model: pieces, lengths, errors, giving up.
#define CT_I2C_PORT_TRIES 20000
#include "f4_test.h"

#include <corten/i2c_dma.h>

enum { CLOCK = 16000000, SCL = CT_MODEL_PIN('B', 8), SDA = CT_MODEL_PIN('B', 9) };

CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
CT_I2C_PORT(port, I2C1, scl, sda);
CT_DMA_STREAM(in, DMA1, 0, I2C1_RX);
CT_DMA_STREAM(out, DMA1, 6, I2C1_TX);
CT_I2C_DMA(dma, port, I2C1, in, out);

/// A device with an address of 10 bits.
static uint8_t far_got[8];
static unsigned far_count, far_reads;
static bool far_write(struct ct_model_i2c_thing *thing, uint8_t byte) {
    (void)thing;
    far_got[far_count++ & 7] = byte;
    return true;
}
static uint8_t far_read(struct ct_model_i2c_thing *thing) {
    (void)thing;
    return (uint8_t)(0xA0 + far_reads++);
}
static struct ct_model_i2c_thing far = {NULL, 0x2A5, true, NULL, far_write, far_read, NULL};

static uint8_t memory[8192];
static struct ct_model_at24 rom = {.thing = {.address = 0x50}, .memory = memory, .bytes = sizeof memory, .page = 32};
static struct ct_i2c_nb bus;
static const struct ct_i2c_address rom_at = {0x50, false};

static int open(void **state) {
    f4_open(state);
    ct_model_at24_open(&rom);
    ct_model_i2c_wire(1, SCL, SDA);
    ct_model_i2c_attach(1, &rom.thing);
    ct_model_i2c_attach(1, &far);
    far_count = far_reads = 0;
    ct_i2c_port_start(port, CLOCK, 400000);
    ct_i2c_dma_init(dma);
    dma_state_ = (struct ct_i2c_dma_state_){0};
    bus = CT_I2C_DMA_AS_NB(dma);
    return 0;
}
static enum ct_error finish(void) {
    enum ct_error e;
    for (unsigned looks = 0; (e = ct_i2c_nb_poll(bus)) == CT_WOULD_BLOCK; looks++) {
        f4_pass_us(3);
        assert_true(looks < 20000);
    }
    assert_int_equal(ct_i2c_nb_poll(bus), CT_INVALID);
    return e;
}
#define RUN(...)                                                                                   \
    ({                                                                                             \
        const struct ct_i2c_operation operations_[] = {__VA_ARGS__};                               \
        const enum ct_error e_ = ct_i2c_nb_start(bus, rom_at, operations_, CT_COUNT(operations_)); \
        e_ ? e_ : finish();                                                                        \
    })

static uint8_t at[2], got[256];
static void works(void) {
    memory[0x123] = 0x77;
    memory[0x124] = 0x78;
    at[0] = 1, at[1] = 0x23;
    got[0] = got[1] = 0;
    assert_int_equal(RUN(CT_I2C_WRITE(at, 2), CT_I2C_READ(got, 2)), CT_OK);
    assert_int_equal(got[0], 0x77);
    assert_int_equal(got[1], 0x78);
}

static void reads_of_every_length(void **state) {
    (void)state;
    for (unsigned i = 0; i < sizeof memory; i++) memory[i] = (uint8_t)(i * 7 + i / 256);
    for (unsigned length = 1; length <= 70; length++) {
        memset(got, 0x5A, sizeof got);
        at[0] = 2, at[1] = (uint8_t)length;
        assert_int_equal(RUN(CT_I2C_WRITE(at, 2), CT_I2C_READ(got, length)), CT_OK);
        assert_memory_equal(got, &memory[512 + length], length);
        assert_int_equal(got[length], 0x5A);
    }
}

static void writes_in_pieces(void **state) {
    (void)state;
    static uint8_t cor[] = "cor", ten[] = "ten";
    at[0] = 0, at[1] = 64;
    assert_int_equal(RUN(CT_I2C_WRITE(at, 2), CT_I2C_WRITE(cor, 3), CT_I2C_WRITE(NULL, 0), CT_I2C_WRITE(ten, 3)), CT_OK);
    f4_pass_us(50);
    assert_int_equal(rom.writes, 1);
    assert_memory_equal(&memory[64], "corten", 6);
    assert_int_equal(RUN(CT_I2C_WRITE(NULL, 0)), CT_NO_ACKNOWLEDGE_ADDRESS); // it writes
    f4_pass_us(6000);
    assert_int_equal(RUN(CT_I2C_WRITE(NULL, 0)), CT_OK);
    works();
}

static void reads_and_writes_alternate(void **state) {
    (void)state;
    static uint8_t one[1], again[3];
    memory[0x200] = 1, memory[0x201] = 2, memory[0x123] = 0x77, memory[0x124] = 0x78, memory[0x125] = 0x79;
    static uint8_t there[2] = {2, 0};
    at[0] = 1, at[1] = 0x23;
    assert_int_equal(RUN(CT_I2C_WRITE(there, 2), CT_I2C_READ(one, 1), CT_I2C_WRITE(at, 2), CT_I2C_READ(again, 3)), CT_OK);
    assert_int_equal(one[0], 1);
    assert_memory_equal(again, &memory[0x123], 3);
    assert_int_equal(RUN(CT_I2C_READ(one, 1)), CT_OK);
    works();
}

static void addresses_of_10_bits(void **state) {
    (void)state;
    static uint8_t out[3] = {1, 2, 3};
    const struct ct_i2c_operation all[] = {CT_I2C_WRITE(out, 3), CT_I2C_READ(got, 4), CT_I2C_WRITE(out, 1), CT_I2C_READ(&got[4], 1)};
    for (unsigned first = 0; first < 4; first++)
        for (unsigned count = 1; first + count <= 4; count++) {
            far_count = far_reads = 0;
            assert_int_equal(ct_i2c_nb_start(bus, CT_I2C_10(0x2A5), &all[first], count), CT_OK);
            assert_int_equal(finish(), CT_OK);
            unsigned writes = 0, reads = 0;
            for (unsigned i = first; i < first + count; i++) *(all[i].read ? &reads : &writes) += (unsigned)all[i].length;
            assert_int_equal(far_count, writes);
            assert_int_equal(far_reads, reads);
            if (first == 0 && count == 4) assert_memory_equal(got, ((uint8_t[]){0xA0, 0xA1, 0xA2, 0xA3, 0xA4}), 5);
        }
    assert_int_equal(ct_i2c_nb_start(bus, CT_I2C_10(0x2A6), all, 1), CT_OK);
    assert_int_equal(finish(), CT_NO_ACKNOWLEDGE_ADDRESS);
    assert_int_equal(ct_i2c_nb_start(bus, CT_I2C_10(0x0A5), all, 1), CT_OK);
    assert_int_equal(finish(), CT_NO_ACKNOWLEDGE_ADDRESS);
    works();
}

void TIM3_Handler(void);
void TIM3_Handler(void) { f4_pass_us(100); } // four bytes
static void disturb(void *none) {
    (void)none;
    ct_port_pend(TIM3_IRQn);
}
static void an_interrupt_at_any_access_does_no_harm(void **state) {
    (void)state;
    static struct ct_host_event event;
    for (unsigned i = 0; i < sizeof memory; i++) memory[i] = (uint8_t)(i * 5 + i / 256);
    ct_model_access_ns = 400;
    ct_port_enable(TIM3_IRQn, 1);
    for (unsigned length = 1; length <= 3; length++)
        for (unsigned when = 0; when < 250000; when += 400) {
            at[0] = 3, at[1] = (uint8_t)length;
            got[0] = got[1] = got[2] = 0;
            ct_model_after(&event, when, disturb, NULL);
            assert_int_equal(RUN(CT_I2C_WRITE(at, 2), CT_I2C_READ(got, length)), CT_OK);
            ct_host_cancel(&event);
            assert_memory_equal(got, &memory[768 + length], length);
        }
}

static void what_it_cannot_is_refused(void **state) {
    (void)state;
    const struct ct_i2c_operation two[] = {CT_I2C_READ(got, 2), CT_I2C_READ(got, 2)};
    assert_int_equal(ct_i2c_nb_start(bus, rom_at, two, 2), CT_UNSUPPORTED);
    assert_int_equal(RUN(CT_I2C_READ(got, 0)), CT_INVALID);
    assert_int_equal(ct_i2c_nb_start(bus, rom_at, NULL, 0), CT_OK);
    assert_int_equal(finish(), CT_OK);
    assert_int_equal(ct_i2c_nb_start(bus, rom_at, two, 1), CT_OK);
    assert_int_equal(ct_i2c_nb_start(bus, rom_at, two, 1), CT_BUSY);
    assert_int_equal(finish(), CT_OK);
    assert_int_equal(ct_i2c_nb_cancel(bus), CT_INVALID);
    works();
}

static void errors(void **state) {
    (void)state;
    static uint8_t page[8] = {1, 0, 2, 3, 4, 5, 6, 7};
    const struct ct_i2c_operation one = CT_I2C_READ(got, 4);
    assert_int_equal(ct_i2c_nb_start(bus, CT_I2C_7(0x11), &one, 1), CT_OK);
    assert_int_equal(finish(), CT_NO_ACKNOWLEDGE_ADDRESS);
    works();
    for (int n = 0; n < 8; n += 3) {
        rom.refuses_after = n;
        assert_int_equal(RUN(CT_I2C_WRITE(page, 8)), CT_NO_ACKNOWLEDGE_DATA);
        rom.refuses_after = -1;
        works();
    }
    for (unsigned n = 1; n < 6; n += 2) {
        ct_model_i2c_faults[1].arbitration_lost_at = n;
        assert_int_equal(RUN(CT_I2C_WRITE(page, 8)), CT_ARBITRATION);
        works();
        ct_model_i2c_faults[1].bus_error_at = n;
        assert_int_equal(RUN(CT_I2C_READ(got, 8)), CT_BUS);
        works();
    }
    ct_model_dma_fail(1, 6, 3);
    assert_int_equal(RUN(CT_I2C_WRITE(page, 8)), CT_TRANSFER);
    works();
    ct_model_dma_fail(1, 0, 3);
    assert_int_equal(RUN(CT_I2C_READ(got, 8)), CT_TRANSFER);
    works();
}

static void a_held_bus_is_given_up_and_freed(void **state) {
    (void)state;
    const struct ct_i2c_operation one = CT_I2C_READ(got, 4);
    ct_model_i2c_hold_data(1, 5);
    assert_int_equal(ct_i2c_nb_start(bus, rom_at, &one, 1), CT_OK);
    for (unsigned looks = 0; looks < 100; looks++) assert_int_equal(ct_i2c_nb_poll(bus), CT_WOULD_BLOCK);
    assert_int_equal(ct_i2c_nb_cancel(bus), CT_OK);
    works();
    assert_int_equal(ct_i2c_nb_start(bus, rom_at, &one, 1), CT_OK); // in the middle
    for (unsigned looks = 0; looks < 20; looks++) {
        assert_int_equal(ct_i2c_nb_poll(bus), CT_WOULD_BLOCK);
        f4_pass_us(2);
    }
    assert_int_equal(ct_i2c_nb_cancel(bus), CT_OK);
    works();
}

#define TEST(name) cmocka_unit_test_setup(name, open)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(reads_of_every_length), TEST(writes_in_pieces), TEST(reads_and_writes_alternate), TEST(addresses_of_10_bits), TEST(an_interrupt_at_any_access_does_no_harm),
        TEST(what_it_cannot_is_refused),
        TEST(errors), TEST(a_held_bus_is_given_up_and_freed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
