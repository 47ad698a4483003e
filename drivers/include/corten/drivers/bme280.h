// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CORTEN_DRIVERS_BME280_H
#define CORTEN_DRIVERS_BME280_H
#include <corten/error.h>

/// A measurement in whole numbers.
struct ct_bme280_reading {
    int32_t centicelsius;      ///< hundredths of a degree, -4000 to 8500
    uint32_t pascal_q8;        ///< pressure in 1/256 Pa; 0 where it was not measured
    uint32_t percent_q10;      ///< relative humidity in 1/1024 %; 0 for a BMP280
};

/// What was burnt into the sensor when it was made (section 4.2.2).
struct ct_bme280_trimming {
    uint16_t t1;
    int16_t t2, t3;
    uint16_t p1;
    int16_t p2, p3, p4, p5, p6, p7, p8, p9;
    int16_t h2, h4, h5;
    uint8_t h1, h3;
    int8_t h6;
};

/// The trimming from its registers: 26 bytes from 0x88 on, and 7 from 0xE1 on (NULL: a BMP280).
void ct_bme280_unpack(struct ct_bme280_trimming *trimming, const uint8_t low[26],
                      const uint8_t high[7]);

/// The compensated reading for the converter's values (20, 20 and 16 bits) by the data sheet's
/// formulas for whole numbers, 64 bits for the pressure (section 4.2.3). Any context.
struct ct_bme280_reading ct_bme280_compensate(const struct ct_bme280_trimming *trimming,
                                              int32_t temperature, int32_t pressure,
                                              int32_t humidity);
#endif
