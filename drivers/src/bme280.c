// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/drivers/bme280.h>

static uint16_t word_at(const uint8_t *bytes) { return (uint16_t)(bytes[0] | bytes[1] << 8); }

void ct_bme280_unpack(struct ct_bme280_trimming *t, const uint8_t low[26], const uint8_t high[7]) {
    *t = (struct ct_bme280_trimming){
        .t1 = word_at(low), .t2 = (int16_t)word_at(low + 2), .t3 = (int16_t)word_at(low + 4),
        .p1 = word_at(low + 6), .h1 = low[25],
    };
    int16_t *const rest[] = {&t->p2, &t->p3, &t->p4, &t->p5, &t->p6, &t->p7, &t->p8, &t->p9};
    for (size_t i = 0; i < CT_COUNT(rest); i++) *rest[i] = (int16_t)word_at(low + 8 + 2 * i);
    if (!high) return;
    t->h2 = (int16_t)word_at(high);
    t->h3 = high[2];
    // h4 and h5 are 12 bits each and share a byte; the high byte has the sign.
    t->h4 = (int16_t)((int8_t)high[3] * 16 + (high[4] & 15));
    t->h5 = (int16_t)((int8_t)high[5] * 16 + (high[4] >> 4));
    t->h6 = (int8_t)high[6];
}

// Shifts of negative numbers are arithmetic on every compiler that Corten is for. The order of the
// operations and where bits are dropped are the data sheet's: other roundings give other last digits.
// Numbers that no sensor has (a damaged transfer) may give any reading, but no overflow: products
// wrap.
static int64_t product(int64_t a, int64_t b) { return (int64_t)((uint64_t)a * (uint64_t)b); }
static int64_t sum(int64_t a, int64_t b) { return (int64_t)((uint64_t)a + (uint64_t)b); }

// Temperature in 1/5120 degrees, which the two others start from; less than 2^23.
static int32_t fine_temperature(const struct ct_bme280_trimming *t, int32_t raw) {
    const int64_t linear = ((int64_t)((raw >> 3) - (t->t1 << 1)) * t->t2) >> 11;
    const int64_t off = (raw >> 4) - t->t1;
    return (int32_t)(linear + ((((off * off) >> 12) * t->t3) >> 14));
}

static uint32_t pressure_of(const struct ct_bme280_trimming *t, int32_t fine, int32_t raw) {
    const int64_t x = (int64_t)fine - 128000;
    const int64_t offset =
        x * x * t->p6 + x * t->p5 * ((int64_t)1 << 17) + t->p4 * ((int64_t)1 << 35);
    const int64_t slope = ((x * x * t->p3) >> 8) + x * t->p2 * ((int64_t)1 << 12);
    const int64_t scale = product(((int64_t)1 << 47) + slope, t->p1) >> 33;
    if (scale <= 0) return 0;
    int64_t p = product(((1048576 - (int64_t)raw) << 31) - offset, 3125) / scale;
    const int64_t square = product(product(t->p9, p >> 13), p >> 13) >> 25;
    const int64_t linear = product(t->p8, p) >> 19;
    p = (sum(sum(p, square), linear) >> 8) + t->p7 * 16;
    return (uint32_t)p;
}

static uint32_t humidity_of(const struct ct_bme280_trimming *t, int32_t fine, int32_t raw) {
    const int64_t x = fine - 76800;
    const int64_t signal =
        (((int64_t)raw << 14) - t->h4 * (1 << 20) - t->h5 * x + 16384) >> 15;
    const int64_t slope =
        (product((x * t->h6) >> 10, ((x * t->h3) >> 11) + 32768) >> 10) + 2097152;
    int64_t h = product(signal, (slope * t->h2 + 8192) >> 14);
    h = sum(h, -(product(product(h >> 15, h >> 15) >> 7, t->h1) >> 4));
    if (h < 0) h = 0;
    if (h > 419430400) h = 419430400; // 100 %
    return (uint32_t)h >> 12;
}

struct ct_bme280_reading ct_bme280_compensate(const struct ct_bme280_trimming *trimming,
                                              int32_t temperature, int32_t pressure,
                                              int32_t humidity) {
    const int32_t fine = fine_temperature(trimming, temperature);
    return (struct ct_bme280_reading){
        .centicelsius = (fine * 5 + 128) >> 8,
        .pascal_q8 = pressure_of(trimming, fine, pressure),
        .percent_q10 = humidity_of(trimming, fine, humidity),
    };
}
