// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The SD card, against a card that takes the bus byte by byte and checks what it is told.
#include "mocked.h"

#include "card.h"

#include <corten/drivers/sdcard.h>

/* ---- the bus, which fails at the wanted call */

static uint8_t should[BLOCKS][512];
static unsigned calls, fails_at;
static uint32_t speed;
static bool can_configure;
static bool fails(void) { return ++calls == fails_at; }
static enum ct_error transfer(void *object, const uint8_t *write, uint8_t *read, size_t length) {
    (void)object;
    if (fails()) return CT_TRANSFER;
    for (size_t i = 0; i < length; i++) {
        const uint8_t out = exchange(write ? write[i] : 0xFF);
        if (read) read[i] = out;
    }
    return CT_OK;
}
static enum ct_error flush(void *object) { return (void)object, fails() ? CT_TRANSFER : CT_OK; }
static enum ct_error configure(void *object, struct ct_spi_config config) {
    (void)object;
    if (!can_configure) return CT_UNSUPPORTED;
    if (fails()) return CT_TRANSFER;
    speed = config.hz;
    return CT_OK;
}
static const struct ct_spi_bus_ops bus_ops = {transfer, flush, configure};

static enum ct_error select_low(void *object) {
    (void)object;
    if (fails()) return CT_TRANSFER;
    card_selected();
    return CT_OK;
}
static enum ct_error select_high(void *object) {
    (void)object;
    if (fails()) return CT_TRANSFER;
    card_released();
    return CT_OK;
}
static const struct ct_output_ops select_ops = {.set_high = select_high, .set_low = select_low};

CT_SDCARD_DEFINE(sd, .bus = {&bus_ops, NULL}, .select = {&select_ops, NULL},
                 .delay = ct_mock_clock_delay(&mock_time))

static void insert(int kind) {
    card_insert(kind);
    fails_at = calls = 0;
    can_configure = true;
}

/* ---- */

static void test_kinds(void **state) {
    (void)state;
    for (int kind = 0; kind < KINDS; kind++) {
        insert(kind);
        uint8_t block[1024];
        assert_int_equal(sd_start(), CT_OK);
        assert_int_equal(sd_blocks(), BLOCKS);
        assert_int_equal(speed, 20000000);
        assert_true(card.checks);
        for (int i = 0; i < 300; i++) {
            const uint32_t count = random_number() % 3, at = random_number() % (BLOCKS - count + 1);
            for (size_t b = 0; b < sizeof block; b++) block[b] = (uint8_t)random_number();
            if (i % 2) {
                assert_int_equal(sd_write(at, block, count), CT_OK);
                memcpy(should[at], block, count * 512);
            } else {
                assert_int_equal(sd_read(at, block, count), CT_OK);
                assert_memory_equal(block, should[at], count * 512);
            }
            assert_false(is_selected);
            assert_memory_equal(blocks, should, sizeof blocks);
        }
        assert_int_equal(sd_read(BLOCKS, block, 1), CT_OUT_OF_RANGE);
        assert_int_equal(sd_write(BLOCKS - 1, block, 2), CT_OUT_OF_RANGE);
        assert_int_equal(sd_read(0xFFFFFFFF, block, 2), CT_OUT_OF_RANGE);
        const struct ct_storage storage = sd_storage();
        assert_int_equal(storage.size, BLOCKS * 512);
        assert_int_equal(ct_storage_read(storage, 512, block, 1), CT_NOT_ALIGNED);
        assert_int_equal(ct_storage_read(storage, 1024, block, 1024), CT_OK);
        assert_memory_equal(block, should[2], 1024);
        assert_int_equal(ct_storage_write(storage, 512, block, 512), CT_OK);
        assert_int_equal(ct_storage_erase(storage, 512, 512), CT_OK);
        memcpy(should[1], block, 512);
        assert_memory_equal(blocks, should, sizeof blocks);
    }
    insert(STANDARD);
    can_configure = false; // a bus that is as it is
    assert_int_equal(sd_start(), CT_OK);
}

static void test_cards_that_do_not_start(void **state) {
    (void)state;
    uint8_t block[512];
    insert(STANDARD);
    card.is_present = false;
    assert_int_equal(sd_start(), CT_NO_MEDIUM);
    assert_int_equal(sd_blocks(), 0);
    assert_int_equal(sd_read(0, block, 1), CT_NO_MEDIUM);
    insert(STANDARD);
    card.is_silent = true;
    assert_int_equal(sd_start(), CT_NO_MEDIUM);
    insert(FIRST);
    card.is_mmc = true;
    assert_int_equal(sd_start(), CT_UNSUPPORTED);
    insert(STANDARD);
    card.is_3_volts = false;
    assert_int_equal(sd_start(), CT_UNSUPPORTED);
    insert(STANDARD);
    card.starts_in = 0; // never
    const uint64_t begin = mock_time.now_ns;
    assert_int_equal(sd_start(), CT_TIMEOUT);
    assert_in_range(mock_time.now_ns - begin, 1000000000, 1100000000);
    insert(STANDARD);
    card.damages_read = true;
    assert_int_equal(sd_start(), CT_CORRUPT);
    assert_false(is_selected);
    assert_int_equal(sd_blocks(), 0);
}

static void test_faults(void **state) {
    (void)state;
    uint8_t block[512];
    insert(HIGH_CAPACITY);
    assert_int_equal(sd_start(), CT_OK);
    card.damages_read = true;
    assert_int_equal(sd_read(5, block, 1), CT_CORRUPT);
    card.damages_read = false;
    assert_int_equal(sd_read(5, block, 1), CT_OK); // it can be used at once
    card.damages_write = true;
    assert_int_equal(sd_write(5, block, 1), CT_CORRUPT);
    card.damages_write = false;
    card.is_locked = true;
    assert_int_equal(sd_write(5, block, 1), CT_PROTECTED);
    card.is_locked = false;
    card.refuses_write = true;
    assert_int_equal(sd_write(5, block, 1), CT_CORRUPT);
    card.refuses_write = false;
    card.hangs = true;
    uint64_t begin = mock_time.now_ns;
    assert_int_equal(sd_read(5, block, 1), CT_TIMEOUT); // no data
    assert_in_range(mock_time.now_ns - begin, 100000000, 120000000);
    begin = mock_time.now_ns;
    assert_int_equal(sd_write(5, block, 1), CT_TIMEOUT); // busy for ever
    assert_in_range(mock_time.now_ns - begin, 500000000, 1100000000);
    card.hangs = false;
    card.is_busy = 0;
    assert_int_equal(sd_write(5, block, 1), CT_OK);
    assert_int_equal(sd_read(5, block, 1), CT_OK);
    memcpy(should, blocks, sizeof blocks);
    // another card was put in, which was not started
    card.is_started = false;
    card.is_idle = true;
    assert_int_equal(sd_read(5, block, 1), CT_NO_MEDIUM);
    assert_int_equal(sd_blocks(), 0);
}

// The card is pulled out at every single byte of a read and of a write.
static void test_pulled_out(void **state) {
    (void)state;
    uint8_t block[512] = {1};
    for (int writes = 0; writes < 2; writes++) {
        unsigned ended = 0;
        for (unsigned at = 1; ended < 2; at++) {
            insert(writes ? STANDARD : HIGH_CAPACITY);
            assert_int_equal(sd_start(), CT_OK);
            pulled_at = bytes_moved + at;
            enum ct_error e = writes ? sd_write(7, block, 1) : sd_read(7, block, 1);
            assert_false(is_selected);
            if (e == CT_OK) { // the last byte had moved already, or the answer to it
                ended++;
                assert_true(at > 500);
                card.is_present = false;
                e = writes ? sd_write(7, block, 1) : sd_read(7, block, 1);
            }
            assert_int_equal(e, CT_NO_MEDIUM);
            assert_int_equal(sd_blocks(), 0);
            insert(STANDARD); // it can be used again
            assert_int_equal(sd_start(), CT_OK);
        }
    }
    memcpy(should, blocks, sizeof blocks);
}

// Every single transfer, flush, speed and chip select fails in turn.
static void test_bus_errors(void **state) {
    (void)state;
    uint8_t block[512];
    for (int what = 0; what < 3; what++) {
        bool over = false;
        for (unsigned at = 1; !over; at++) {
            insert(STANDARD);
            if (what) assert_int_equal(sd_start(), CT_OK);
            random_state = 77; // the card takes the same time every time
            calls = 0;
            fails_at = at;
            const enum ct_error e = what == 0   ? sd_start()
                                    : what == 1 ? sd_read(3, block, 1)
                                                : sd_write(3, block, 1);
            over = calls < at;
            assert_true(over ? e == CT_OK : e == CT_TRANSFER || e == CT_CHIP_SELECT);
            fails_at = 0;
            if (is_selected) select_high(NULL); // it was the release that failed
            card.is_busy = 0;
            if (what) assert_int_equal(sd_read(3, block, 1), CT_OK);
            assert_false(is_selected);
        }
    }
}

// The size, against the bits of the register taken one by one.
static uint32_t bits_of(const uint8_t csd[16], int from, int to) {
    uint32_t value = 0;
    for (int bit = from; bit >= to; bit--) value = value << 1 | (csd[15 - bit / 8] >> bit % 8 & 1);
    return value;
}
static void test_csd(void **state) {
    (void)state;
    assert_int_equal(ct_sdcard_blocks_of_csd(csd_1), BLOCKS);
    assert_int_equal(ct_sdcard_blocks_of_csd(csd_2), BLOCKS);
    for (int i = 0; i < 20000; i++) {
        uint8_t csd[16];
        for (int b = 0; b < 16; b++) csd[b] = (uint8_t)random_number();
        const uint32_t version = bits_of(csd, 127, 126);
        const uint32_t got = ct_sdcard_blocks_of_csd(csd);
        if (version == 1) {
            assert_int_equal(got, (bits_of(csd, 69, 48) + 1) * 1024);
        } else if (version == 0) {
            const uint32_t length = bits_of(csd, 83, 80);
            const uint64_t blocks = (uint64_t)(bits_of(csd, 73, 62) + 1) << (bits_of(csd, 49, 47) + 2);
            assert_int_equal(got, length < 9 ? 0 : (uint32_t)((blocks << length) / 512));
        } else {
            assert_int_equal(got, 0);
        }
    }
}

/* ---- the same over expected transactions */

static struct ct_sdcard_state mocked_state;
#define MOCKED                                                                                     \
    ((struct ct_sdcard){.bus = ct_mock_spi_bus(&mock, "bus"),                                      \
                        .select = ct_mock_output(&mock, "select"),                                 \
                        .delay = ct_mock_delay(&mock, "delay"),                                    \
                        .state = &mocked_state})
#define SENDS(...) CT_MOCK_SPI_BUS("bus", CT_MOCK_WRITES(__VA_ARGS__))
#define GETS(...)  CT_MOCK_SPI_BUS("bus", CT_MOCK_READS(__VA_ARGS__))
#define RELEASED   CT_MOCK_SPI_FLUSH("bus"), CT_MOCK_HIGH("select"), SENDS(0xFF)

static void test_transactions(void **state) {
    (void)state;
    static uint8_t block[512], data[512];
    for (unsigned i = 0; i < 512; i++) block[i] = (uint8_t)(i * 3);
    const uint16_t sum = ct_crc16(0, block, 512);
    // an empty slot: CMD0 ten times, each with nine looks at the line
    struct ct_mock_step steps[] = {
        CT_MOCK_HIGH("select"), CT_MOCK_SPI_CONFIGURES("bus", 400000, CT_SPI_MODE_0),
        CT_MOCK_TIMES(10, SENDS(0xFF)), CT_MOCK_SPI_FLUSH("bus"), CT_MOCK_LOW("select"),
#define CMD0 SENDS(0xFF, 0x40, 0, 0, 0, 0, 0x95), CT_MOCK_TIMES(9, GETS(0xFF))
        CMD0, CMD0, CMD0, CMD0, CMD0, CMD0, CMD0, CMD0, CMD0, CMD0, RELEASED};
    ct_mock_begin(&mock, steps, CT_COUNT(steps));
    assert_int_equal(ct_sdcard_start(MOCKED), CT_NO_MEDIUM);
    ct_mock_end(&mock);
    // a block is read, and one is written, by a card that counts blocks
    mocked_state = (struct ct_sdcard_state){.blocks = 100, .has_block_units = true};
    EXPECT(CT_OK, ct_sdcard_read(MOCKED, 5, data, 1), CT_MOCK_LOW("select"), GETS(0x00),
           CT_MOCK_DELAY_US("delay", 20), GETS(0xFF), SENDS(0xFF, 0x51, 0, 0, 0, 5, 0x0F), GETS(0xFF),
           GETS(0x00), GETS(0xFF), CT_MOCK_DELAY_US("delay", 20), GETS(0xFE),
           CT_MOCK_SPI_BUS("bus", CT_MOCK_READS_FROM(block, 512)),
           GETS((uint8_t)(sum >> 8), (uint8_t)sum), RELEASED);
    assert_memory_equal(data, block, 512);
    EXPECT(CT_OK, ct_sdcard_write(MOCKED, 5, block, 1), CT_MOCK_LOW("select"), GETS(0xFF),
           SENDS(0xFF, 0x58, 0, 0, 0, 5, 0x35), GETS(0x00), SENDS(0xFF, 0xFE),
           CT_MOCK_SPI_BUS("bus", CT_MOCK_WRITES_FROM(block, 512)),
           SENDS((uint8_t)(sum >> 8), (uint8_t)sum), GETS(0xE5), GETS(0x00),
           CT_MOCK_DELAY_US("delay", 20), GETS(0xFF), SENDS(0xFF, 0x4D, 0, 0, 0, 0, 0x0D), GETS(0x00),
           GETS(0x00), RELEASED);
    // an error token: the place is beyond the card's end
    EXPECT(CT_OUT_OF_RANGE, ct_sdcard_read(MOCKED, 5, data, 1), CT_MOCK_LOW("select"), GETS(0xFF),
           SENDS(0xFF, 0x51, 0, 0, 0, 5, 0x0F), GETS(0x00), GETS(0x08), RELEASED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),      cmocka_unit_test(test_cards_that_do_not_start),
        cmocka_unit_test(test_faults),     cmocka_unit_test(test_pulled_out),
        cmocka_unit_test(test_bus_errors), cmocka_unit_test(test_csd),
        cmocka_unit_test(test_transactions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
