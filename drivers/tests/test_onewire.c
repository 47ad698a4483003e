// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// 1-Wire and DS18B20, against devices that watch the wire and the clock.
#include "mocked.h"

#include "random.h"

#include <corten/drivers/ds18b20.h>

#include <stdlib.h>

/* ---- devices: each tells resets and slots apart by their length, as the data sheet says */

enum { MOST = 12 };
static struct device {
    uint8_t rom[8], pad[9];
    bool is_selected; // still takes part
    enum { ROM_COMMAND, SEARCH, MATCH, COMMAND, READ_PAD, WRITE_PAD, CONVERT, SILENT } does;
    unsigned bits;   // taken or given in this step
    uint64_t number; // what was taken
    int16_t truth;   // the temperature in sixteenths
} devices[MOST];
static unsigned count;
static uint64_t fell, presence_until, pull_until, busy_until;
static bool is_low, is_grounded;
static unsigned slots; // since the last reset
static unsigned damage; // this slot is turned around; 0: none

static bool bit_of(const uint8_t *bytes, unsigned bit) { return bytes[bit / 8] >> bit % 8 & 1; }

static void command(struct device *d, unsigned byte) {
    d->bits = 0;
    d->number = 0;
    d->does = byte == 0x44 ? CONVERT : byte == 0xBE ? READ_PAD : byte == 0x4E ? WRITE_PAD : SILENT;
    if (byte == 0x44) {
        d->pad[0] = (uint8_t)d->truth;
        d->pad[1] = (uint8_t)(d->truth >> 8);
        d->pad[8] = ct_crc8_maxim(0, d->pad, 8);
        busy_until = mock_time.now_ns + 750000000;
    }
}

// The level that the device gives in a read slot: true leaves the wire alone.
static bool answer(const struct device *d) {
    if (!d->is_selected) return true;
    if (d->does == SEARCH && d->bits % 3 < 2) return bit_of(d->rom, d->bits / 3) ^ (d->bits % 3 == 1);
    if (d->does == READ_PAD) return d->bits >= 72 || bit_of(d->pad, d->bits);
    if (d->does == CONVERT) return mock_time.now_ns >= busy_until;
    return true;
}

static void take(struct device *d, bool bit) {
    if (!d->is_selected) return;
    const unsigned at = d->bits++;
    switch (d->does) {
    case ROM_COMMAND:
    case COMMAND:
        d->number |= (uint64_t)bit << at;
        if (d->bits < 8) break;
        if (d->does == COMMAND) command(d, (unsigned)d->number);
        else {
            d->does = d->number == 0xF0   ? SEARCH
                      : d->number == 0x55 ? MATCH
                      : d->number == 0xCC ? COMMAND
                                          : SILENT;
            d->bits = 0;
            d->number = 0;
        }
        break;
    case SEARCH:
        if (at % 3 == 2 && bit != bit_of(d->rom, at / 3)) d->is_selected = false;
        break;
    case MATCH:
        if (bit != bit_of(d->rom, at)) d->is_selected = false;
        if (d->bits == 64) {
            d->does = COMMAND;
            d->bits = 0;
        }
        break;
    case WRITE_PAD:
        d->number |= (uint64_t)bit << at;
        if (d->bits == 24) {
            for (int i = 0; i < 3; i++) d->pad[2 + i] = (uint8_t)(d->number >> 8 * i);
            d->pad[8] = ct_crc8_maxim(0, d->pad, 8);
        }
        break;
    default: break;
    }
}

static enum ct_error drive(void *object, bool high) {
    (void)object;
    assert_false(high); // never
    is_low = true;
    fell = mock_time.now_ns;
    slots++;
    bool pulled = false; // a device that answers 0 holds the wire for 15 us and more
    for (unsigned i = 0; i < count; i++) pulled = pulled || !answer(&devices[i]);
    pull_until = pulled ? fell + 20000 : 0;
    if (damage && slots == damage) pull_until = pulled ? 0 : fell + 20000;
    return CT_OK;
}

static enum ct_error release(void *object) {
    (void)object;
    if (!is_low) return CT_OK;
    is_low = false;
    const uint64_t low = mock_time.now_ns - fell;
    if (low >= 480000) {
        for (unsigned i = 0; i < count; i++) {
            devices[i].is_selected = true;
            devices[i].does = ROM_COMMAND;
            devices[i].bits = 0;
            devices[i].number = 0;
        }
        if (count) presence_until = mock_time.now_ns + 120000; // after 15 to 60 us of waiting
        pull_until = 0;
        slots = 0;
        return CT_OK;
    }
    assert_true(low <= 15000 || (low >= 60000 && low <= 120000)); // a 1, a 0
    for (unsigned i = 0; i < count; i++) take(&devices[i], low <= 15000);
    return CT_OK;
}

static int is_high(void *object) {
    (void)object;
    const uint64_t now = mock_time.now_ns;
    if (is_low || is_grounded) return 0;
    if (presence_until > now && presence_until - now < 70000) return 0;
    if (pull_until) assert_true(now - fell <= 15000 || now - fell >= 60000); // sampled in time
    return now >= pull_until;
}

static const struct ct_bidirectional_ops wire_ops = {drive, release, is_high};
#define WIRE {&wire_ops, NULL}
#define TIME ct_mock_clock_delay(&mock_time)
CT_DS18B20_DEFINE(sensors, .pin = WIRE, .delay = TIME)

static void put_devices(unsigned wanted) {
    count = wanted;
    is_grounded = false;
    damage = 0;
    for (unsigned i = 0; i < count; i++) {
        struct device *const d = &devices[i];
        *d = (struct device){.pad = {0x50, 0x05, 0x4B, 0x46, 0x7F, 0xFF, 0x0C, 0x10}};
        d->rom[0] = 0x28;
        // few bits differ, so that the search has long ways in common
        for (int b = 1; b < 7; b++) d->rom[b] = (uint8_t)(random_number() & random_number() & random_number());
        d->rom[7] = ct_crc8_maxim(0, d->rom, 7);
        d->pad[8] = ct_crc8_maxim(0, d->pad, 8);
        d->truth = (int16_t)random_between(-55 * 16, 125 * 16);
        for (unsigned other = 0; other < i; other++)
            if (!memcmp(d->rom, devices[other].rom, 8)) i--;
    }
}

static void test_search(void **state) {
    (void)state;
    const struct ct_onewire wire = {.pin = WIRE, .delay = TIME};
    for (int round = 0; round < 100; round++) {
        put_devices((unsigned)random_between(1, MOST));
        struct ct_onewire_search search = {0};
        bool found[MOST] = {0};
        for (unsigned n = 0; n < count; n++) {
            assert_int_equal(ct_onewire_next(wire, &search), CT_OK);
            unsigned which = 0;
            while (which < count && memcmp(search.rom, devices[which].rom, 8) != 0) which++;
            assert_true(which < count && !found[which]);
            found[which] = true;
        }
        assert_int_equal(ct_onewire_next(wire, &search), CT_NOT_FOUND);
    }
    put_devices(0);
    struct ct_onewire_search search = {0};
    assert_int_equal(ct_onewire_next(wire, &search), CT_NO_ACKNOWLEDGE);
    is_grounded = true;
    assert_int_equal(ct_onewire_next(wire, &search), CT_BUS);
}

static void test_temperatures(void **state) {
    (void)state;
    int32_t t;
    for (int round = 0; round < 30; round++) {
        put_devices((unsigned)random_between(1, MOST));
        if (round == 0) { // before any conversion
            assert_int_equal(sensors_read(devices[0].rom, &t), CT_OK);
            assert_int_equal(t, 85000);
        }
        const uint64_t begin = mock_time.now_ns;
        assert_int_equal(sensors_convert(), CT_OK);
        assert_in_range(mock_time.now_ns - begin, 750000000, 780000000);
        for (unsigned i = 0; i < count; i++) {
            assert_int_equal(sensors_read(devices[i].rom, &t), CT_OK);
            assert_int_equal(t, (int)(devices[i].truth * 62.5));
        }
    }
    // without waiting
    put_devices(2);
    assert_int_equal(sensors_begin(), CT_OK);
    unsigned looks = 0;
    while (sensors_done() == CT_WOULD_BLOCK) looks++, mock_time.now_ns += 100000000;
    assert_int_equal(looks, 8);
    assert_int_equal(sensors_read(devices[1].rom, &t), CT_OK);
    assert_int_equal(t, (int)(devices[1].truth * 62.5));
    put_devices(1);
    assert_int_equal(sensors_convert(), CT_OK);
    assert_int_equal(sensors_read(NULL, &t), CT_OK);
    assert_int_equal(t, (int)(devices[0].truth * 62.5));
    assert_int_equal(sensors_set_bits(NULL, 10), CT_OK);
    assert_memory_equal(devices[0].pad + 2, "\x7D\xC9\x3F", 3);
    assert_int_equal(sensors_set_bits(NULL, 8), CT_OUT_OF_RANGE);
    assert_int_equal(sensors_set_bits(NULL, 13), CT_OUT_OF_RANGE);
}

// Any single bit that is damaged in the scratchpad is noticed; so is a device that went away.
static void test_damage(void **state) {
    (void)state;
    put_devices(1);
    int32_t t = 7;
    for (unsigned slot = 17; slot < 17 + 72; slot++) {
        damage = slot;
        assert_int_equal(sensors_read(NULL, &t), CT_CORRUPT);
        assert_int_equal(t, 7);
    }
    damage = 0;
    count = 0;
    assert_int_equal(sensors_read(NULL, &t), CT_NO_ACKNOWLEDGE);
    assert_int_equal(sensors_convert(), CT_NO_ACKNOWLEDGE);
    is_grounded = true;
    assert_int_equal(sensors_read(NULL, &t), CT_BUS);
    put_devices(2);
    assert_int_equal(sensors_read((const uint8_t[8]){0x28, 9, 9}, &t), CT_NO_ACKNOWLEDGE);
    put_devices(2);
    struct ct_onewire_search search = {0};
    const struct ct_onewire wire = {.pin = WIRE, .delay = TIME};
    devices[0].rom[7] ^= 0x80; // a checksum that is wrong
    devices[1] = devices[0];
    assert_int_equal(ct_onewire_next(wire, &search), CT_CORRUPT);
}

static void test_pad(void **state) {
    (void)state;
    // the data sheet's table of temperatures
    static const struct {
        uint16_t raw;
        int32_t millicelsius;
    } table[] = {{0x07D0, 125000}, {0x0550, 85000}, {0x0191, 25062}, {0x00A2, 10125},
                 {0x0008, 500}, {0x0000, 0}, {0xFFF8, -500}, {0xFF5E, -10125},
                 {0xFE6F, -25062}, {0xFC90, -55000}};
    for (size_t i = 0; i < CT_COUNT(table); i++) {
        uint8_t pad[9] = {(uint8_t)table[i].raw, (uint8_t)(table[i].raw >> 8), 75, 70, 0x7F, 0xFF, 12, 16};
        pad[8] = ct_crc8_maxim(0, pad, 8);
        int32_t t;
        assert_int_equal(ct_ds18b20_convert_pad(pad, &t), CT_OK);
        assert_int_equal(t, table[i].millicelsius);
    }
    int32_t t;
    assert_int_equal(ct_ds18b20_convert_pad((const uint8_t[9]){0}, &t), CT_CORRUPT);
}

/* ---- interrupts, which take 40 us each, at the worst moments: before every delay */

static bool is_masked;
static unsigned masks;
static uint64_t masked_at, masked_most;
static uint32_t mask(void) {
    assert_false(is_masked);
    is_masked = true;
    masks++;
    masked_at = mock_time.now_ns;
    return 0x5A;
}
static void unmask(uint32_t before) {
    assert_true(is_masked && before == 0x5A);
    is_masked = false;
    const uint64_t took = mock_time.now_ns - masked_at;
    if (took > masked_most) masked_most = took;
}
static void interrupted_ns(void *object, uint32_t ns) {
    (void)object;
    mock_time.now_ns += ns + (is_masked ? 0 : 40000);
}
static const struct ct_delay_ops interrupted_ops = {.ns = interrupted_ns};
CT_DS18B20_DEFINE(steady, .pin = WIRE, .delay = {&interrupted_ops, NULL}, .mask = mask, .unmask = unmask)

static void test_interrupts(void **state) {
    (void)state;
    put_devices(3);
    assert_int_equal(steady_convert(), CT_OK);
    for (unsigned i = 0; i < count; i++) {
        int32_t t = 0;
        assert_int_equal(steady_read(devices[i].rom, &t), CT_OK);
        assert_int_equal(t, (int)(devices[i].truth * 62.5));
    }
    assert_true(masks > 100 && !is_masked);
    assert_int_equal(masked_most, 15000);
}

/* ---- the pin itself fails; a device that never gets ready */

CT_DS18B20_DEFINE(mocked, .pin = ct_mock_bidirectional(&mock, "wire"), .delay = TIME)
#define ZERO    CT_MOCK_DRIVES("wire", 0), CT_MOCK_RELEASES("wire")
#define ONE(is) CT_MOCK_DRIVES("wire", 0), CT_MOCK_RELEASES("wire"), CT_MOCK_IS_HIGH("wire", is)
#define RESET                                                                                      \
    CT_MOCK_RELEASES("wire"), CT_MOCK_IS_HIGH("wire", 1), CT_MOCK_DRIVES("wire", 0),               \
        CT_MOCK_RELEASES("wire"), CT_MOCK_IS_HIGH("wire", 0)
#define SKIP_ROM ZERO, ZERO, ONE(1), ONE(1), ZERO, ZERO, ONE(1), ONE(1)      // 0xCC
#define START    ZERO, ZERO, ONE(1), ZERO, ZERO, ZERO, ONE(1), ZERO          // 0x44

static void test_pin_errors(void **state) {
    (void)state;
    masks = 0;
#define MASKED                                                                                     \
    ((struct ct_onewire){.pin = ct_mock_bidirectional(&mock, "wire"), .delay = TIME, .mask = mask,  \
                         .unmask = unmask})
    EXPECT_EACH_FAILURE(ct_ds18b20_convert(MASKED), RESET, SKIP_ROM, START, ONE(0), ONE(1));
    assert_true(masks > 0 && !is_masked); // after an error too
    EXPECT_EACH_FAILURE(mocked_convert(), RESET, SKIP_ROM, START, ONE(0), ONE(0), ONE(1));
    const struct ct_mock_step start[] = {RESET, SKIP_ROM, START}, slot[] = {ONE(0)};
    struct ct_mock_step steps[CT_COUNT(start) + 3 * 81];
    memcpy(steps, start, sizeof start);
    for (size_t i = 0; i < 81; i++) memcpy(steps + CT_COUNT(start) + 3 * i, slot, sizeof slot);
    ct_mock_begin(&mock, steps, CT_COUNT(steps));
    assert_int_equal(mocked_convert(), CT_TIMEOUT);
    ct_mock_end(&mock);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_search), cmocka_unit_test(test_temperatures),
        cmocka_unit_test(test_damage), cmocka_unit_test(test_pad),
        cmocka_unit_test(test_interrupts),
        cmocka_unit_test(test_pin_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
