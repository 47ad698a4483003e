// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What drivers compute, against published values and naive references.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random.h"

#include <corten/drivers/bme280.h>
#include <corten/drivers/checksum.h>
#include <corten/drivers/clicks.h>
#include <corten/drivers/encoder.h>
#include <corten/drivers/thermistor.h>

#include <math.h>
#include <string.h>

/* ---- checksums */

// Division of the message's polynomial, bit by bit, as in a book.
static uint32_t naive_crc(const uint8_t *bytes, int count, int degree, uint32_t polynomial,
                          bool lowest_first) {
    uint32_t rest = 0;
    for (int i = 0; i < count * 8 + degree; i++) {
        const int bit = i >= count * 8 ? 0
                        : lowest_first ? bytes[i / 8] >> i % 8 & 1
                                       : bytes[i / 8] >> (7 - i % 8) & 1;
        rest = rest << 1 | (uint32_t)bit;
        if (rest >> degree & 1) rest ^= polynomial | 1u << degree;
    }
    return rest;
}

static void test_checksums(void **state) {
    (void)state;
    // SD Physical Layer Simplified Specification 6.00, section 4.5, and the published check values
    assert_int_equal(ct_crc7("\x40\0\0\0\0", 5), 0x4A);
    assert_int_equal(ct_crc7("\x51\0\0\0\0", 5), 0x2A);
    assert_int_equal(ct_crc7("\x11\0\0\x09\0", 5), 0x33);
    assert_int_equal(ct_crc7("123456789", 9), 0x75);
    assert_int_equal(ct_crc16(0, "123456789", 9), 0x31C3);
    assert_int_equal(ct_crc8_maxim(0, "123456789", 9), 0xA1);
    uint8_t ones[512];
    memset(ones, 0xFF, sizeof ones);
    assert_int_equal(ct_crc16(0, ones, sizeof ones), 0x7FA1);
    // Application Note 27's ROM code
    assert_int_equal(ct_crc8_maxim(0, "\x02\x1C\xB8\x01\0\0\0", 7), 0xA2);
    for (int round = 0; round < 2000; round++) {
        uint8_t bytes[40];
        const int count = random_between(0, 40), part = random_between(0, count);
        for (int i = 0; i < count; i++) bytes[i] = (uint8_t)random_number();
        assert_int_equal(ct_crc7(bytes, (size_t)count), naive_crc(bytes, count, 7, 0x09, false));
        uint16_t crc = ct_crc16(0, bytes, (size_t)part);
        crc = ct_crc16(crc, bytes + part, (size_t)(count - part));
        assert_int_equal(crc, naive_crc(bytes, count, 16, 0x1021, false));
        uint32_t mirrored = naive_crc(bytes, count, 8, 0x31, true), crc8 = 0;
        for (int bit = 0; bit < 8; bit++) crc8 |= (mirrored >> bit & 1) << (7 - bit);
        assert_int_equal(ct_crc8_maxim(ct_crc8_maxim(0, bytes, (size_t)part), bytes + part,
                                       (size_t)(count - part)),
                         crc8);
        const uint8_t own = (uint8_t)crc8;
        assert_int_equal(ct_crc8_maxim((uint8_t)crc8, &own, 1), 0);
    }
}

/* ---- fingers */

enum { TRACE = 6000 };
static bool raw[TRACE], closed[TRACE];

// A level at a time, once a millisecond: the debounced level, looked up in the whole past.
static void naive_debounce(int settle) {
    bool stable = false;
    for (int t = 0; t < TRACE; t++) {
        int same = 0; // for how long the level has been what it is
        while (same < t && raw[t - same - 1] == raw[t]) same++;
        if (raw[t] != stable && same >= settle) stable = raw[t];
        closed[t] = stable;
    }
}

// The clicks of a debounced trace, each by the times of its edges.
static void naive_clicks(enum ct_click *clicks, int again, int hold) {
    for (int t = 0; t < TRACE; t++) clicks[t] = CT_CLICK_NONE;
    for (int t = 0; t < TRACE;) {
        if (!closed[t]) {
            t++;
            continue;
        }
        int up = t;
        while (up < TRACE && closed[up]) up++;
        if (up - t >= hold || (up == TRACE && TRACE - t > hold)) {
            clicks[t + hold] = CT_CLICK_LONG;
            // let go exactly when it became long: noticed at the next look
            const int noticed = up == t + hold ? up + 1 : up;
            if (noticed < TRACE) clicks[noticed] = CT_CLICK_RELEASE;
            t = noticed;
            if (up == t - 1 && t < TRACE && closed[t]) { // pressed again at once: still held
                clicks[t] = CT_CLICK_NONE;
                while (t < TRACE && closed[t]) t++;
                if (t < TRACE) clicks[t] = CT_CLICK_RELEASE;
            }
            continue;
        }
        if (up == TRACE) return;
        if (again == 0) {
            clicks[up] = CT_CLICK_SINGLE;
            t = up + 1;
            if (t < TRACE && closed[t]) continue;
            continue;
        }
        int down = up;
        while (down < TRACE && !closed[down] && down - up < again) down++;
        if (down == TRACE) return;
        if (down - up >= again) {
            clicks[up + again] = CT_CLICK_SINGLE;
            t = down;
            continue;
        }
        clicks[down] = CT_CLICK_DOUBLE;
        t = down;
        while (t < TRACE && closed[t]) t++;
        if (t < TRACE) clicks[t] = CT_CLICK_RELEASE;
    }
}

static void test_fingers(void **state) {
    (void)state;
    for (int round = 0; round < 150; round++) {
        const int settle = random_between(0, 30), again = random_between(0, 3) * 60;
        const int hold = random_between(50, 200);
        for (int t = 0; t < TRACE;) { // levels of all lengths, and bounces between them
            const int length = random_number() % 3 ? random_between(1, 20) : random_between(20, 300);
            const bool level = random_number() & 1;
            for (int i = 0; i < length && t < TRACE; i++) raw[t++] = level;
        }
        naive_debounce(settle);
        static enum ct_click wanted[TRACE];
        naive_clicks(wanted, again, hold);
        struct ct_debounce contact = {0};
        struct ct_clicks finger = {0};
        uint32_t now = UINT32_MAX - 2000; // the counter wraps on the way
        for (int t = 0; t < TRACE; t++, now++) {
            const bool before = contact.is_closed;
            const bool changed = ct_debounce_update(&contact, raw[t], now, (uint32_t)settle);
            assert_int_equal(contact.is_closed, closed[t]);
            assert_int_equal(changed, before != contact.is_closed);
            const enum ct_click got = ct_clicks_update(&finger, contact.is_closed, now,
                                                       (uint32_t)again, (uint32_t)hold);
            if (got != wanted[t])
                fail_msg("round %d at %d: %d, not %d", round, t, (int)got, (int)wanted[t]);
        }
    }
}

/* ---- encoder */

static void test_encoder(void **state) {
    (void)state;
    struct ct_encoder_state knob = {0};
    const struct ct_encoder encoder = {.steps_a_detent = 4, .state = &knob};
    int shaft = 1000, taken = 0; // in steps; the contacts are a Gray code of it
    const int start = shaft;
    uint32_t skipped = 0;
    bool is_off = false;
    for (int i = 0; i < 20000; i++) {
        const int step = i == 0 ? 0 : random_between(-1, 1);
        const bool skips = i > 10000 && random_number() % 100 == 0;
        shaft += skips ? 2 : step;
        skipped += skips;
        is_off = is_off || skips;
        const int phase = shaft & 3;
        const int got = ct_encoder_step(&knob, phase == 1 || phase == 2, phase >= 2);
        assert_int_equal(got, skips ? 0 : step);
        assert_int_equal(knob.skipped, skipped);
        if (random_number() % 8 == 0) taken += ct_encoder_take(encoder);
        if (!is_off) assert_int_equal(taken * 4 + knob.steps, shaft - start);
    }
    knob.steps = -9;
    assert_int_equal(ct_encoder_take(encoder), -2);
    assert_int_equal(knob.steps, -1);
}

/* ---- thermistor */

static void test_thermistor(void **state) {
    (void)state;
    for (int i = 0; i < 100000; i++) {
        const uint64_t x = ((uint64_t)random_number() << 32 | random_number()) >> random_number() % 64;
        if (x == 0) continue;
        const double error = ct_thermistor_log2(x) / 16777216.0 - log2((double)x);
        assert_true(error < 1e-9 && error > -1e-6);
    }
    double worst = 0;
    for (int i = 0; i < 200000; i++) {
        const struct ct_thermistor ntc = {
            .fixed_ohm = (uint32_t)random_between(1000, 100000),
            .ohm_at_25 = (uint32_t)random_between(1000, 100000),
            .beta = (uint16_t)random_between(2500, 5000),
            .is_at_supply = i & 1,
        };
        const int counts = random_between(1, 4094);
        int32_t got;
        assert_int_equal(ct_thermistor_convert(ntc, counts, 4095, &got), CT_OK);
        const double across = ntc.is_at_supply ? 4095 - counts : counts;
        const double ohm = ntc.fixed_ohm * across / (4095 - across);
        const double kelvin = 1 / (1 / 298.15 + log(ohm / ntc.ohm_at_25) / ntc.beta);
        if (kelvin < 200 || kelvin > 500) continue;
        worst = fmax(worst, fabs(got - 1000 * (kelvin - 273.15)));
    }
    assert_true(worst < 1.0); // the nearest thousandth of a degree
    const struct ct_thermistor even = {.fixed_ohm = 10000, .ohm_at_25 = 10000, .beta = 3950};
    int32_t got;
    assert_int_equal(ct_thermistor_convert(even, 512, 1024, &got), CT_OK);
    assert_int_equal(got, 25000);
    assert_int_equal(ct_thermistor_convert(even, 0, 1023, &got), CT_OUT_OF_RANGE);
    assert_int_equal(ct_thermistor_convert(even, 1023, 1023, &got), CT_OUT_OF_RANGE);
    assert_int_equal(ct_thermistor_millicelsius(1, (uint64_t)1 << 44, 1000), INT32_MAX);
}

/* ---- BME280 */

// The formulas in floating point (BME280 data sheet BST-BME280-DS002, appendix 8.1).
struct real {
    double celsius, pascal, percent;
};
static struct real naive_bme280(const struct ct_bme280_trimming *c, double rt, double rp, double rh) {
    const double off = rt / 131072 - c->t1 / 8192.0;
    const double fine = (rt / 16384 - c->t1 / 1024.0) * c->t2 + off * off * c->t3;
    double x = fine / 2 - 64000;
    const double offset = (x * x * c->p6 / 32768 + x * c->p5 * 2) / 4 + c->p4 * 65536.0;
    const double scale = (1 + (c->p3 * x * x / 524288 + c->p2 * x) / 524288 / 32768) * c->p1;
    double p = (1048576 - rp - offset / 4096) * 6250 / scale;
    p += (c->p9 * p * p / 2147483648 + p * c->p8 / 32768 + c->p7) / 16;
    x = fine - 76800;
    double h = (rh - (c->h4 * 64.0 + c->h5 / 16384.0 * x)) *
               (c->h2 / 65536.0 * (1 + c->h6 / 67108864.0 * x * (1 + c->h3 / 67108864.0 * x)));
    h *= 1 - c->h1 * h / 524288;
    return (struct real){fine / 5120, p, h < 0 ? 0 : h > 100 ? 100 : h};
}

// The worked example of the BMP280, whose temperature and pressure are the same (data sheet
// BST-BMP280-DS001, section 3.12): 25.08 degrees, and 100653.27 Pa by floating point, of which the
// formula for whole numbers gives 100653.25. Humidity has no published example: these numbers are
// of a real sensor's order, and what is right is what floating point gives.
static const struct ct_bme280_trimming example = {
    .t1 = 27504, .t2 = 26435, .t3 = -1000,
    .p1 = 36477, .p2 = -10685, .p3 = 3024, .p4 = 2855, .p5 = 140, .p6 = -7,
    .p7 = 15500, .p8 = -14600, .p9 = 6000,
    .h1 = 75, .h2 = 362, .h3 = 0, .h4 = 324, .h5 = 50, .h6 = 30,
};

static void test_bme280(void **state) {
    (void)state;
    const struct ct_bme280_reading got = ct_bme280_compensate(&example, 519888, 415148, 30000);
    assert_int_equal(got.centicelsius, 2508);
    assert_int_equal(got.pascal_q8, 25767233);
    assert_true(fabs(naive_bme280(&example, 519888, 415148, 30000).pascal - 100653.27) < 0.005);
    int compared = 0;
    for (int i = 0; i < 100000; i++) {
        const int rt = random_between(390000, 660000), rp = random_between(250000, 650000);
        const int rh = random_between(18000, 45000);
        const struct ct_bme280_reading is = ct_bme280_compensate(&example, rt, rp, rh);
        const struct real real = naive_bme280(&example, rt, rp, rh);
        assert_true(fabs(is.centicelsius / 100.0 - real.celsius) < 0.011);
        if (real.pascal < 30000 || real.pascal > 110000) continue;
        assert_true(fabs(is.pascal_q8 / 256.0 - real.pascal) < 0.5);
        assert_true(fabs(is.percent_q10 / 1024.0 - real.percent) < 0.03);
        compared++;
    }
    assert_true(compared > 10000);
    for (int i = 0; i < 100000; i++) { // noise is no undefined behaviour
        struct ct_bme280_trimming noise;
        uint8_t bytes[33];
        for (size_t b = 0; b < sizeof bytes; b++) bytes[b] = (uint8_t)random_number();
        ct_bme280_unpack(&noise, bytes, i % 2 ? NULL : bytes + 26);
        (void)ct_bme280_compensate(&noise, (int32_t)(random_number() >> 12),
                                   (int32_t)(random_number() >> 12), (int32_t)(random_number() >> 16));
    }
}

static void test_bme280_unpack(void **state) {
    (void)state;
    const uint8_t low[26] = {0x70, 0x6B, 0x43, 0x67, 0x18, 0xFC, 0x7D, 0x8E, 0x43,
                             0xD6, 0xD0, 0x0B, 0x27, 0x0B, 0x8C, 0x00, 0xF9, 0xFF,
                             0x8C, 0x3C, 0xF8, 0xC6, 0x70, 0x17, 0x00, 75};
    const uint8_t high[7] = {0x6A, 0x01, 0x00, 0x14, 0x24, 0x03, 0x1E};
    struct ct_bme280_trimming got;
    ct_bme280_unpack(&got, low, high);
    assert_memory_equal(&got, &example, sizeof got);
    const uint8_t negative[7] = {0xFF, 0xFF, 0, 0xFF, 0x21, 0x80, 0xFF};
    ct_bme280_unpack(&got, low, negative);
    assert_int_equal(got.h2, -1);
    assert_int_equal(got.h4, -15);
    assert_int_equal(got.h5, -2046);
    assert_int_equal(got.h6, -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_checksums),     cmocka_unit_test(test_fingers),
        cmocka_unit_test(test_encoder),       cmocka_unit_test(test_thermistor),
        cmocka_unit_test(test_bme280),        cmocka_unit_test(test_bme280_unpack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
