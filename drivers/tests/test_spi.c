// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// W25Q, MCP2515 and WS2812.
#include "mocked.h"

#include "random.h"

#include <corten/drivers/mcp2515.h>
#include <corten/drivers/w25q.h>
#include <corten/drivers/ws2812.h>

#define SPI         ct_mock_spi(&mock, "spi")
#define DELAY       ct_mock_delay(&mock, "delay")
#define WRITES(...) CT_MOCK_SPI("spi", CT_MOCK_WRITES(__VA_ARGS__))

/* ---- W25Q */

CT_W25Q_DEFINE(flash, .spi = SPI, .delay = DELAY)
#define STATUS(value) CT_MOCK_SPI("spi", CT_MOCK_WRITES(0x05), CT_MOCK_READS(value))
#define STARTS(...)                                                                                \
    WRITES(0xAB), CT_MOCK_DELAY_US("delay", 3),                                                    \
        CT_MOCK_SPI("spi", CT_MOCK_WRITES(0x9F), CT_MOCK_READS(__VA_ARGS__))

static void test_w25q(void **state) {
    (void)state;
    uint8_t data[600] = {0};
    assert_int_equal(flash_read(0, data, 1), CT_NOT_FOUND); // not started
    assert_int_equal(flash_write(0, data, 1), CT_NOT_FOUND);
    assert_int_equal(flash_erase(0, 4096), CT_NOT_FOUND);
    EXPECT(CT_NOT_FOUND, flash_start(), STARTS(0xFF, 0xFF, 0xFF));
    EXPECT(CT_NOT_FOUND, flash_start(), STARTS(0x00, 0x00, 0x00));
    EXPECT(CT_NOT_FOUND, flash_start(), STARTS(0xC2, 0x20, 0x18));
    EXPECT(CT_NOT_FOUND, flash_start(), STARTS(0xEF, 0x40, 0x20));
    EXPECT_EACH_FAILURE(flash_start(), STARTS(0xEF, 0x40, 0x18));
    EXPECT(CT_OK, flash_start(), STARTS(0xEF, 0x40, 0x18));
    assert_int_equal(flash_size(), 16 << 20);
    EXPECT_EACH_FAILURE(flash_read(0x123456, data, 2),
                        CT_MOCK_SPI("spi", CT_MOCK_WRITES(0x03, 0x12, 0x34, 0x56), CT_MOCK_READS(8, 9)));
    assert_memory_equal(data, "\10\11", 2);
    // across a page
    EXPECT_EACH_FAILURE(flash_write(0x0001FE, "abc", 3), WRITES(0x06), STATUS(2),
                        WRITES(0x02, 0x00, 0x01, 0xFE, 'a', 'b'), STATUS(3),
                        CT_MOCK_DELAY_US("delay", 45), STATUS(3), CT_MOCK_DELAY_US("delay", 45),
                        STATUS(0), WRITES(0x06), STATUS(2), WRITES(0x02, 0x00, 0x02, 0x00, 'c'),
                        STATUS(0));
    // a sector, a block, a sector
    EXPECT_EACH_FAILURE(flash_erase(0x00F000, 0x12000), WRITES(0x06), STATUS(2),
                        WRITES(0x20, 0x00, 0xF0, 0x00), STATUS(3), CT_MOCK_DELAY_US("delay", 6000),
                        STATUS(0), WRITES(0x06), STATUS(2), WRITES(0xD8, 0x01, 0x00, 0x00),
                        STATUS(3), CT_MOCK_DELAY_US("delay", 30000), STATUS(0), WRITES(0x06),
                        STATUS(2), WRITES(0x20, 0x02, 0x00, 0x00), STATUS(0));
    // it does not let itself be written; a block is protected; it is gone
    EXPECT(CT_PROTECTED, flash_write(0, "a", 1), WRITES(0x06), STATUS(0));
    EXPECT(CT_PROTECTED, flash_erase(0, 4096), WRITES(0x06), STATUS(0x06));
    EXPECT(CT_NOT_FOUND, flash_write(0, "a", 1), WRITES(0x06), STATUS(0xFF));
    // never ready again
    struct ct_mock_step steps[4 + 2 * 100] = {WRITES(0x06), STATUS(2), WRITES(0x02, 0, 0, 0, 'a'),
                                              STATUS(1)};
    for (int i = 0; i < 100; i++) {
        steps[4 + 2 * i] = CT_MOCK_DELAY_US("delay", 45);
        steps[5 + 2 * i] = STATUS(1);
    }
    ct_mock_begin(&mock, steps, CT_COUNT(steps));
    assert_int_equal(flash_write(0, "a", 1), CT_TIMEOUT);
    ct_mock_end(&mock);
    CT_MOCK_BEGIN(&mock, STATUS(0));
    assert_int_equal(flash_read(16 << 20, data, 1), CT_OUT_OF_RANGE);
    assert_int_equal(flash_write(0xFFFFFFFF, data, 2), CT_OUT_OF_RANGE);
    assert_int_equal(flash_erase(1, 4096), CT_NOT_ALIGNED);
    assert_int_equal(flash_erase(4096, 4095), CT_NOT_ALIGNED);
    assert_int_equal(flash_read(5, data, 0), CT_OK);
    const struct ct_storage storage = flash_storage();
    assert_int_equal(storage.size, 16 << 20);
    assert_int_equal(ct_storage_erase(storage, 4096, 100), CT_NOT_ALIGNED);
    // more than 16 MiB: four bytes of address
    EXPECT(CT_OK, flash_start(), STARTS(0xEF, 0x40, 0x19));
    EXPECT(CT_OK, flash_read(0x1234567, data, 1),
           CT_MOCK_SPI("spi", CT_MOCK_WRITES(0x13, 0x01, 0x23, 0x45, 0x67), CT_MOCK_READS(1)));
    EXPECT(CT_OK, flash_write(0x1234567, "x", 1), WRITES(0x06), STATUS(2),
           WRITES(0x12, 0x01, 0x23, 0x45, 0x67, 'x'), STATUS(0));
    EXPECT(CT_OK, flash_erase(0x1234000, 4096), WRITES(0x06), STATUS(2),
           WRITES(0x21, 0x01, 0x23, 0x40, 0x00), STATUS(0));
    EXPECT(CT_OK, flash_erase(0x1230000, 65536), WRITES(0x06), STATUS(2),
           WRITES(0xDC, 0x01, 0x23, 0x00, 0x00), STATUS(0));
}

CT_W25Q_DEFINE(careful, .spi = SPI, .delay = DELAY, .verifies = true)
#define BACK(place, ...) CT_MOCK_SPI("spi", CT_MOCK_WRITES(0x03, 0, 0, place), CT_MOCK_READS(__VA_ARGS__))

static void test_w25q_verifies(void **state) {
    (void)state;
    EXPECT(CT_OK, careful_start(), STARTS(0xEF, 0x40, 0x18));
    EXPECT_EACH_FAILURE(careful_write(0x10, "0123456789abcdefgh", 18), WRITES(0x06), STATUS(2),
                        WRITES(0x02, 0, 0, 0x10, '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a',
                               'b', 'c', 'd', 'e', 'f', 'g', 'h'),
                        STATUS(0),
                        BACK(0x10, '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd',
                             'e', 'f'),
                        BACK(0x20, 'g', 'h'));
    EXPECT(CT_CORRUPT, careful_write(0x10, "01", 2), WRITES(0x06), STATUS(2),
           WRITES(0x02, 0, 0, 0x10, '0', '1'), STATUS(0), BACK(0x10, '0', 0xFF));
}

// A chip of 512 KiB that behaves as the data sheet says, against an array.
enum { CHIP = 1 << 19 };
static uint8_t chip[CHIP], should[CHIP];
static unsigned busy;
static bool may_write;
static enum ct_error chip_transaction(void *object, const struct ct_spi_operation *o, size_t count) {
    (void)object;
    const uint8_t *const command = o[0].write;
    const uint32_t place = o[0].length < 4 ? 0 : (uint32_t)(command[1] << 16 | command[2] << 8 | command[3]);
    if (command[0] == 0x05) {
        *o[1].read = (uint8_t)((busy ? 1 : 0) | (may_write ? 2 : 0));
        busy -= busy > 0;
        return CT_OK;
    }
    assert_int_equal(busy, 0);
    switch (command[0]) {
    case 0xAB: break;
    case 0x9F: memcpy(o[1].read, "\xEF\x40\x13", 3); break;
    case 0x06: may_write = true; break;
    case 0x03: memcpy(o[1].read, chip + place, o[1].length); break;
    case 0x02: // bits are cleared, the address wraps within the page
        assert_true(may_write && count == 2);
        for (size_t i = 0; i < o[1].length; i++)
            chip[(place & ~255u) | ((place + i) & 255)] &= o[1].write[i];
        break;
    case 0x20: memset(chip + (place & ~4095u), 0xFF, 4096); break;
    case 0xD8: memset(chip + (place & ~65535u), 0xFF, 65536); break;
    default: fail_msg("command %02X", command[0]);
    }
    if (command[0] == 0x02 || command[0] == 0x20 || command[0] == 0xD8) {
        assert_true(may_write);
        may_write = false;
        busy = random_number() % 60;
    }
    return CT_OK;
}
static const struct ct_spi_device_ops chip_ops = {chip_transaction};
CT_W25Q_DEFINE(real, .spi = {&chip_ops, NULL}, .delay = ct_mock_clock_delay(&mock_time))

static void test_w25q_random(void **state) {
    (void)state;
    assert_int_equal(real_start(), CT_OK);
    const struct ct_storage storage = real_storage();
    assert_int_equal(storage.size, CHIP);
    for (int i = 0; i < 600; i++) {
        uint8_t data[1000];
        const uint32_t length = random_number() % 1001, place = random_number() % (CHIP - length + 1);
        for (uint32_t b = 0; b < length; b++) data[b] = (uint8_t)random_number();
        switch (random_number() % 3) {
        case 0:
            assert_int_equal(ct_storage_read(storage, place, data, length), CT_OK);
            assert_memory_equal(data, should + place, length);
            break;
        case 1:
            assert_int_equal(ct_storage_write(storage, place, data, length), CT_OK);
            for (uint32_t b = 0; b < length; b++) should[place + b] &= data[b];
            break;
        default: {
            const uint32_t sectors = random_number() % 40, from = random_number() % (129 - sectors);
            assert_int_equal(ct_storage_erase(storage, from * 4096, sectors * 4096), CT_OK);
            memset(should + from * 4096, 0xFF, sectors * 4096);
        }
        }
        assert_int_equal(busy, 0);
        assert_memory_equal(chip, should, CHIP);
    }
}

/* ---- MCP2515 */

static void test_can_timing(void **state) {
    (void)state;
    unsigned found = 0;
    for (uint32_t crystal = 1000000; crystal <= 40000000; crystal += 500000)
        for (uint32_t rate = 5000; rate <= 1000000; rate += 5000) {
            uint8_t cnf[3];
            if (ct_mcp2515_timing(crystal, rate, cnf)) continue;
            found++;
            const unsigned prescaler = 2 * ((cnf[2] & 63u) + 1), propagation = (cnf[1] & 7u) + 1;
            const unsigned phase_1 = (cnf[1] >> 3 & 7u) + 1, phase_2 = (cnf[0] & 7u) + 1;
            const unsigned quanta = 1 + propagation + phase_1 + phase_2;
            assert_int_equal(rate * prescaler * quanta, crystal);
            assert_int_equal(cnf[1] & 0x80, 0x80);        // phase segment 2 is its own
            assert_int_equal(cnf[2] & 0xC0, 0);           // jump width 1
            assert_in_range(phase_2, 2, 8);               // section 5.3
            assert_true(propagation + phase_1 >= phase_2); // section 5.3
            const unsigned sample = 100 * (quanta - phase_2) / quanta;
            assert_in_range(sample, quanta > 21 ? 68 : 75, 86);
            assert_true(phase_1 <= 8 && propagation <= 8);
        }
    assert_int_equal(found, 1019); // all that have 8 to 25 quanta of 2 to 128 clocks
    uint8_t cnf[3];
    assert_int_equal(ct_mcp2515_timing(8000000, 500000, cnf), CT_OK);
    assert_memory_equal(cnf, "\x01\x91\x00", 3); // 8 quanta: 1 + 2 + 3 + 2
    assert_int_equal(ct_mcp2515_timing(8000000, 1000000, cnf), CT_OUT_OF_RANGE);
    assert_int_equal(ct_mcp2515_timing(8000000, 0, cnf), CT_OUT_OF_RANGE);
    assert_int_equal(ct_mcp2515_timing(8000000, 333333, cnf), CT_OUT_OF_RANGE);
}

static struct ct_can_frame random_frame(void) {
    const uint32_t number = random_number();
    struct ct_can_frame frame = {
        .id = number & 1 ? CT_CAN_EXTENDED(number >> 2) : CT_CAN_STANDARD(number >> 20),
        .is_remote = number >> 1 & 1,
        .length = (uint8_t)random_between(0, 8),
    };
    for (int i = 0; i < frame.length && !frame.is_remote; i++)
        frame.data[i] = (uint8_t)random_number();
    return frame;
}

static void assert_same(const struct ct_can_frame *a, const struct ct_can_frame *b) {
    assert_int_equal(a->id.bits, b->id.bits);
    assert_int_equal(a->id.is_extended, b->id.is_extended);
    assert_int_equal(a->is_remote, b->is_remote);
    assert_int_equal(a->length, b->length);
    assert_memory_equal(a->data, b->data, 8);
}

// What the chip receives from the wire for a frame that it has to send (registers 4-1 to 4-8, 3-3 to 3-7).
static void as_received(uint8_t bytes[13]) {
    const bool is_extended = bytes[1] & 8;
    if (!is_extended && bytes[4] & 0x40) {
        bytes[1] |= 0x10;
        bytes[4] &= 15;
    }
}

static void test_can_frames(void **state) {
    (void)state;
    const struct ct_can_frame known = {.id = CT_CAN_EXTENDED(0x1ABCDEF5), .length = 2, .data = {7, 8}};
    uint8_t bytes[13];
    ct_mcp2515_pack(&known, bytes);
    assert_memory_equal(bytes, "\xD5\xE8\xDE\xF5\x02\x07\x08\0\0\0\0\0\0", 13);
    for (int i = 0; i < 20000; i++) {
        const struct ct_can_frame frame = random_frame();
        struct ct_can_frame back;
        ct_mcp2515_pack(&frame, bytes);
        as_received(bytes);
        ct_mcp2515_unpack(bytes, &back);
        assert_same(&back, &frame);
    }
    for (int i = 0; i < 13; i++) bytes[i] = 0xFF; // a length code of 15 stands for 8
    struct ct_can_frame back;
    ct_mcp2515_unpack(bytes, &back);
    assert_int_equal(back.length, 8);
}

CT_MCP2515_DEFINE(can, .spi = SPI, .delay = DELAY, .crystal_hz = 8000000, .bit_hz = 500000)
CT_MCP2515_DEFINE(wrong, .spi = SPI, .delay = DELAY, .crystal_hz = 8000000, .bit_hz = 400001)
#define REGISTER(place, ...)                                                                       \
    CT_MOCK_SPI("spi", CT_MOCK_WRITES(0x03, place), CT_MOCK_READS(__VA_ARGS__))
#define LOOK(flags, errors) REGISTER(0x2C, flags, errors)
#define CAN_STARTS                                                                                 \
    WRITES(0xC0), CT_MOCK_DELAY_US("delay", 200), REGISTER(0x0E, 0x80),                            \
        WRITES(0x02, 0x28, 0x01, 0x91, 0x00), REGISTER(0x28, 0x01, 0x91, 0x00),                    \
        WRITES(0x02, 0x60, 0x64), WRITES(0x02, 0x70, 0x60), WRITES(0x02, 0x0F, 0),                 \
        REGISTER(0x0E, 0x80), CT_MOCK_DELAY_US("delay", 100), REGISTER(0x0E, 0)

static void test_can_start(void **state) {
    (void)state;
    struct ct_can_frame frame = {.length = 0}, displaced;
    assert_int_equal(ct_can_transmit(can_can(), &frame, &displaced), CT_INVALID);
    assert_int_equal(ct_can_receive(can_can(), &frame), CT_INVALID);
    assert_int_equal(wrong_start(), CT_OUT_OF_RANGE);
    EXPECT_EACH_FAILURE(can_start(), CAN_STARTS);
    EXPECT(CT_NOT_FOUND, can_start(), WRITES(0xC0), CT_MOCK_DELAY_US("delay", 200),
           REGISTER(0x0E, 0x80), WRITES(0x02, 0x28, 0x01, 0x91, 0x00), REGISTER(0x28, 0, 0, 0));
    // nobody; or a bus that is never idle
    for (int joins = 0; joins < 2; joins++) {
        struct ct_mock_step steps[16 + 2 * 101] = {CAN_STARTS};
        size_t count = joins ? 8 : 2;
        for (int i = 0; i < 101; i++) {
            steps[count++] = REGISTER(0x0E, 0xFF);
            if (i < 100) steps[count++] = CT_MOCK_DELAY_US("delay", 100);
        }
        ct_mock_begin(&mock, steps, count);
        assert_int_equal(can_start(), joins ? CT_TIMEOUT : CT_NOT_FOUND);
        ct_mock_end(&mock);
    }
    EXPECT(CT_OK, can_start(), CAN_STARTS);
}

static void test_can_transmit(void **state) {
    (void)state;
    EXPECT(CT_OK, can_start(), CAN_STARTS);
    const struct ct_can can = can_can();
    const struct ct_can_frame plain = {.id = CT_CAN_STANDARD(0x456), .length = 2, .data = {7, 8}};
    const struct ct_can_frame urgent = {.id = CT_CAN_STANDARD(0x123), .is_remote = true, .length = 3};
    struct ct_can_frame displaced;
#define LOADS_PLAIN  WRITES(0x40, 0x8A, 0xC0, 0, 0, 2, 7, 8), WRITES(0x81)
#define LOADS_URGENT WRITES(0x40, 0x24, 0x60, 0, 0, 0x43), WRITES(0x81)
    EXPECT_EACH_FAILURE((can_state_.is_waiting = false, ct_can_transmit(can, &plain, &displaced)),
                        LOOK(0, 0), LOADS_PLAIN);
    can_state_.is_waiting = false;
    EXPECT(CT_OK, ct_can_transmit(can, &plain, &displaced), LOOK(0, 0), LOADS_PLAIN);
    // as urgent or less: it must wait; more urgent: the other one leaves
    EXPECT(CT_WOULD_BLOCK, ct_can_transmit(can, &plain, &displaced), LOOK(0, 0), REGISTER(0x30, 8));
    EXPECT(CT_CAN_DISPLACED, ct_can_transmit(can, &urgent, &displaced), LOOK(0, 0),
           REGISTER(0x30, 8), WRITES(0x05, 0x30, 8, 0), REGISTER(0x30, 8),
           CT_MOCK_DELAY_US("delay", 10), REGISTER(0x30, 0x40), LOADS_URGENT);
    assert_same(&displaced, &plain);
    EXPECT(CT_WOULD_BLOCK, ct_can_transmit(can, &plain, &displaced), LOOK(0, 0), REGISTER(0x30, 8));
    // it was on the bus already, and was sent to its end
    EXPECT(CT_OK, ct_can_transmit(can, &plain, &displaced), LOOK(0, 0), REGISTER(0x30, 0), LOADS_PLAIN);
    EXPECT(CT_OK, ct_can_transmit(can, &urgent, &displaced), LOOK(0, 0), REGISTER(0x30, 8),
           WRITES(0x05, 0x30, 8, 0), REGISTER(0x30, 0), LOADS_URGENT);
    EXPECT(CT_BUS_OFF, ct_can_transmit(can, &plain, &displaced), LOOK(0, 0x20));
    const struct ct_can_frame long_one = {.length = 9};
    assert_int_equal(ct_can_transmit(can, &long_one, &displaced), CT_OUT_OF_RANGE);
}

static void test_can_receive(void **state) {
    (void)state;
    EXPECT(CT_OK, can_start(), CAN_STARTS);
    const struct ct_can can = can_can();
    struct ct_can_frame frame;
#define BUFFER(command, number)                                                                    \
    CT_MOCK_SPI("spi", CT_MOCK_WRITES(command),                                                    \
                CT_MOCK_READS(0x24, 0x60, 0, 0, 1, number, 0, 0, 0, 0, 0, 0, 0))
    EXPECT(CT_WOULD_BLOCK, ct_can_receive(can, &frame), LOOK(0, 0));
    EXPECT(CT_OK, ct_can_receive(can, &frame), LOOK(1, 0), BUFFER(0x90, 5), REGISTER(0x2C, 0));
    EXPECT(CT_TRANSFER, ct_can_receive(can, &frame), CT_MOCK_FAILS(CT_TRANSFER, LOOK(1, 0)));
    EXPECT(CT_TRANSFER, ct_can_receive(can, &frame), LOOK(1, 0), CT_MOCK_FAILS(CT_TRANSFER, BUFFER(0x90, 5)));
    assert_int_equal(frame.id.bits, 0x123);
    assert_int_equal(frame.data[0], 5);
    // both full: the first one, then the second, although the first is full again by then
    EXPECT(CT_OK, ct_can_receive(can, &frame), LOOK(3, 0), BUFFER(0x90, 1), REGISTER(0x2C, 2));
    EXPECT(CT_OK, ct_can_receive(can, &frame), LOOK(3, 0x40), BUFFER(0x94, 2));
    assert_int_equal(frame.data[0], 2);
    // and by now the second one too, behind the first
    EXPECT(CT_OK, ct_can_receive(can, &frame), LOOK(3, 0x40), BUFFER(0x90, 3),
           REGISTER(0x2C, 2));
    EXPECT(CT_OK, ct_can_receive(can, &frame), LOOK(2, 0x40), BUFFER(0x94, 4));
    EXPECT(CT_OVERRUN, ct_can_receive(can, &frame), LOOK(0, 0x40), WRITES(0x05, 0x2D, 0xC0, 0));
    EXPECT(CT_BUS, ct_can_receive(can, &frame), LOOK(0x80, 0), WRITES(0x05, 0x2C, 0x80, 0));
    EXPECT(CT_BUS_OFF, ct_can_receive(can, &frame), LOOK(0, 0x20));
    EXPECT(CT_TRANSFER, ct_can_receive(can, &frame), LOOK(0, 0x40),
           CT_MOCK_FAILS(CT_TRANSFER, WRITES(0x05, 0x2D, 0xC0, 0)));
}

// A chip between a bus that delivers and sends at any moment, that is between any two transactions (but
// two frames at most in two transactions: a frame takes longer), and the driver.
static struct node {
    uint8_t registers[128];
    struct ct_can_frame buffers[2]; // what was received; the flags are in CANINTF
    unsigned came, lost;            // frames on the bus so far; those that found no room
    unsigned quiet;                 // transactions until a frame can have come again
    uint32_t sent[64];              // numbers of the frames that left, in order
    unsigned sends;
} node;
static void bus_moves(void) {
    if (node.quiet) node.quiet--;
    else if (random_number() % 3 == 0) {
        node.quiet = 2;
        const struct ct_can_frame frame = {.id = CT_CAN_STANDARD(5), .length = 4, .data = {
            (uint8_t)node.came, (uint8_t)(node.came >> 8)}};
        uint8_t *const flags = &node.registers[0x2C];
        if (!(*flags & 1)) node.buffers[0] = frame, *flags |= 1;
        else if (!(*flags & 2)) node.buffers[1] = frame, *flags |= 2;
        else node.lost++, node.registers[0x2D] |= 0x80;
        node.came++;
    }
    if (node.registers[0x30] & 8 && random_number() % 6 == 0) {
        struct ct_can_frame frame;
        ct_mcp2515_unpack(node.registers + 0x31, &frame);
        node.sent[node.sends++ % 64] = frame.data[0];
        node.registers[0x30] &= 0xF7;
    }
}
static enum ct_error node_transaction(void *object, const struct ct_spi_operation *o, size_t count) {
    (void)object, (void)count;
    const uint8_t *const c = o[0].write;
    bus_moves();
    switch (c[0]) {
    case 0xC0: node.registers[0x0E] = 0x80; break;
    case 0x03: memcpy(o[1].read, node.registers + c[1], o[1].length); break;
    case 0x02:
        memcpy(node.registers + c[1], c + 2, o[0].length - 2);
        node.registers[0x0E] = node.registers[0x0F];
        break;
    case 0x05: // the request may be taken back; a frame that is on the bus goes on
        if (c[1] == 0x30 && node.registers[0x30] & 8 && random_number() % 4)
            node.registers[0x30] = 0x40;
        if (c[1] != 0x30) node.registers[c[1]] = (uint8_t)((node.registers[c[1]] & ~c[2]) | (c[3] & c[2]));
        break;
    case 0x40: memcpy(node.registers + 0x31, c + 1, o[0].length - 1); break;
    case 0x81: node.registers[0x30] = 0x08; break;
    case 0x90: case 0x94: {
        const int which = c[0] == 0x94;
        ct_mcp2515_pack(&node.buffers[which], o[1].read);
        node.registers[0x2C] &= (uint8_t)~(1 << which);
        break;
    }
    default: fail_msg("command %02X", c[0]);
    }
    return CT_OK;
}
static const struct ct_spi_device_ops node_ops = {node_transaction};
CT_MCP2515_DEFINE(real_can, .spi = {&node_ops, NULL}, .delay = ct_mock_clock_delay(&mock_time),
                  .crystal_hz = 8000000, .bit_hz = 500000)

static void test_can_random(void **state) {
    (void)state;
    node = (struct node){.quiet = 1000};
    assert_int_equal(real_can_start(), CT_OK);
    node.quiet = 0;
    // frames come in their order, and every gap is told
    unsigned next = 0, lost = 0, overruns = 0;
    for (int i = 0; i < 20000; i++) {
        for (unsigned pause = random_number() % 4; pause; pause--) bus_moves();
        struct ct_can_frame frame;
        const enum ct_error e = ct_can_receive(real_can_can(), &frame);
        overruns += e == CT_OVERRUN;
        if (e) continue;
        const unsigned number = (unsigned)frame.data[0] | (unsigned)frame.data[1] << 8;
        if (number < next) fail_msg("frame %u came after frame %u", number, next - 1);
        lost += number - next;
        next = number + 1;
    }
    assert_true(next > 3000 && overruns > 10);
    assert_in_range(node.lost - lost, 0, 2); // the last ones are not known yet
}

static void test_can_order(void **state) {
    (void)state;
    node = (struct node){.quiet = 1000000};
    assert_int_equal(real_can_start(), CT_OK);
    node.quiet = 1000000;
    // each frame that was taken leaves once, unless it is given back; never while a more urgent one waits
    unsigned taken = 0, displaced_ones = 0, sends = 0, waits = 0;
    struct ct_can_frame waiting = {.length = 0};
    bool is_waiting = false;
    for (uint32_t i = 0; i < 20000; i++) {
        struct ct_can_frame frame = random_frame(), displaced;
        frame.is_remote = false;
        frame.length = 8;
        frame.data[0] = (uint8_t)i;
        const int result = ct_can_transmit(real_can_can(), &frame, &displaced);
        if (node.sends != sends) { // at most one was waiting
            assert_int_equal(node.sends, sends + 1);
            assert_true(is_waiting || result == CT_OK);
            sends = node.sends;
            is_waiting = false;
        }
        if (result == CT_WOULD_BLOCK) {
            assert_true(ct_can_arbitration(&frame) >= ct_can_arbitration(&waiting));
            waits++;
            continue;
        }
        taken++;
        if (result == CT_CAN_DISPLACED) {
            assert_true(is_waiting);
            assert_same(&displaced, &waiting);
            assert_true(ct_can_arbitration(&frame) < ct_can_arbitration(&displaced));
            displaced_ones++;
        } else {
            assert_int_equal(result, CT_OK);
        }
        waiting = frame;
        is_waiting = true;
    }
    assert_in_range(taken - displaced_ones - node.sends, 0, 1);
    assert_true(taken > 3000 && displaced_ones > 300 && waits > 300);
}

/* ---- WS2812 */

CT_WS2812_DEFINE(strip, 3, .bus = ct_mock_spi_bus(&mock, "bus"), .delay = DELAY)

static void test_ws2812(void **state) {
    (void)state;
    for (unsigned byte = 0; byte < 256; byte++) {
        uint32_t wanted = 0;
        for (int bit = 7; bit >= 0; bit--) wanted = wanted << 3 | (byte >> bit & 1 ? 6 : 4);
        assert_int_equal(ct_ws2812_spread((uint8_t)byte), wanted);
    }
#define DARK 0x92, 0x49, 0x24
#define SENDS(...)                                                                                 \
    CT_MOCK_SPI_BUS("bus", CT_MOCK_WRITES(0, __VA_ARGS__, 0)), CT_MOCK_SPI_FLUSH("bus"),           \
        CT_MOCK_DELAY_US("delay", 300)
#define CONFIGURES CT_MOCK_SPI_CONFIGURES("bus", 2400000, CT_SPI_MODE_0)
    EXPECT_EACH_FAILURE(strip_start(), CONFIGURES,
                        SENDS(DARK, DARK, DARK, DARK, DARK, DARK, DARK, DARK, DARK));
    EXPECT(CT_OK, strip_start(), CT_MOCK_FAILS(CT_UNSUPPORTED, CONFIGURES),
           SENDS(DARK, DARK, DARK, DARK, DARK, DARK, DARK, DARK, DARK));
    strip_set(1, (struct ct_colour){.red = 0xFF, .green = 0x80, .blue = 0x01});
    strip_set(3, (struct ct_colour){1, 1, 1}); // there is none
    EXPECT_EACH_FAILURE(strip_show(), SENDS(DARK, DARK, DARK, 0xD2, 0x49, 0x24, 0xDB, 0x6D, 0xB6,
                                            0x92, 0x49, 0x26, DARK, DARK, DARK));
    strip_fill((struct ct_colour){.blue = 0x10});
    EXPECT(CT_OK, strip_show(), SENDS(DARK, DARK, 0x92, 0x69, 0x24, DARK, DARK, 0x92, 0x69, 0x24,
                                      DARK, DARK, 0x92, 0x69, 0x24));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_w25q_verifies),
        cmocka_unit_test(test_w25q),         cmocka_unit_test(test_w25q_random),
        cmocka_unit_test(test_can_timing),   cmocka_unit_test(test_can_frames),
        cmocka_unit_test(test_can_start),    cmocka_unit_test(test_can_transmit),
        cmocka_unit_test(test_can_receive),  cmocka_unit_test(test_can_random), cmocka_unit_test(test_can_order),
        cmocka_unit_test(test_ws2812),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
