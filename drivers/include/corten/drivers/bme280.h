// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// BME280: temperature, pressure and humidity on I2C; and the BMP280, without humidity.
///
///     CT_BME280_DEFINE(weather, .bus = BUS, .delay = DELAY);
///     struct ct_bme280_reading now;
///     CT_MUST(weather_start());                          // CT_NOT_FOUND: another chip
///     CT_MUST(weather_measure(&now));                    // 2508: 25.08 degrees
///     const uint32_t pascal = now.pascal_q8 / 256;       // 100653
///
/// A measurement is asked for and waited for: 10 ms for one sample of each, less than 0.2 s in any
/// case, then CT_TIMEOUT. In between the sensor sleeps. Contexts: the bus's.
///
/// Facts: Bosch Sensortec, BME280 data sheet BST-BME280-DS002: section 3.3 (modes), 4.2.2 (trimming),
/// 4.2.3 (compensation), 5.4 (registers), 9.1 (measurement time); BMP280: BST-BMP280-DS001.
#ifndef CORTEN_DRIVERS_BME280_H
#define CORTEN_DRIVERS_BME280_H

#include <corten/drivers/define.h>
#include <corten/hal/delay.h>
#include <corten/hal/i2c.h>

/// A measurement in whole numbers.
struct ct_bme280_reading {
    int32_t centicelsius; ///< hundredths of a degree, -4000 to 8500
    uint32_t pascal_q8;   ///< pressure in 1/256 Pa
    uint32_t percent_q10; ///< relative humidity in 1/1024 %; 0 from a BMP280
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
/// Any context.
void ct_bme280_unpack(struct ct_bme280_trimming *trimming, const uint8_t low[26],
                      const uint8_t high[7]);

/// The compensated reading for the converter's values (20, 20 and 16 bits) by the data sheet's
/// formulas for whole numbers, 64 bits for the pressure (section 4.2.3). Any context.
struct ct_bme280_reading ct_bme280_compensate(const struct ct_bme280_trimming *trimming,
                                              int32_t temperature, int32_t pressure,
                                              int32_t humidity);

struct ct_bme280_state {
    struct ct_bme280_trimming trimming;
    bool has_started, has_humidity;
};

/// How many samples are taken and averaged for a measurement.
enum ct_bme280_samples {
    CT_BME280_1 = 1, CT_BME280_2, CT_BME280_4, CT_BME280_8, CT_BME280_16,
};

/// Wiring. I2C: up to 3.4 MHz.
struct ct_bme280 {
    struct ct_i2c bus;
    struct ct_delay delay;
    uint8_t address;                ///< 0x76 (default) or 0x77
    enum ct_bme280_samples samples; ///< of each quantity; default CT_BME280_1
    struct ct_bme280_state *state;  ///< all zero at the start
};

ct_inline struct ct_i2c_address ct_bme280_address_(struct ct_bme280 sensor) {
    return CT_I2C_7(sensor.address ? sensor.address : 0x76);
}
ct_inline CT_MUST_USE enum ct_error ct_bme280_get_(struct ct_bme280 sensor, uint8_t place,
                                                   uint8_t *data, size_t length) {
    return ct_i2c_write_read(sensor.bus, ct_bme280_address_(sensor), &place, 1, data, length);
}
ct_inline CT_MUST_USE enum ct_error ct_bme280_put_(struct ct_bme280 sensor, uint8_t place,
                                                   uint8_t byte) {
    const uint8_t both[2] = {place, byte};
    return ct_i2c_write(sensor.bus, ct_bme280_address_(sensor), both, 2);
}

// Looks at the status register each millisecond until none of the bits is set.
ct_inline CT_MUST_USE enum ct_error ct_bme280_wait_(struct ct_bme280 sensor, uint8_t bits,
                                                    unsigned most_ms) {
    for (;; most_ms--) {
        uint8_t status;
        const enum ct_error e = ct_bme280_get_(sensor, 0xF3, &status, 1);
        if (e || !(status & bits)) return e;
        if (most_ms == 0) return CT_TIMEOUT;
        ct_delay_ms(sensor.delay, 1);
    }
}

/// Resets the sensor and reads its trimming. CT_OK; CT_NOT_FOUND: a chip with another identity;
/// CT_TIMEOUT: it is not ready after 10 ms; or the bus's error, CT_NO_ACKNOWLEDGE_ADDRESS when
/// nobody has the address.
ct_inline CT_MUST_USE enum ct_error ct_bme280_start(struct ct_bme280 sensor) {
    sensor.state->has_started = false;
    uint8_t id, low[26], high[7];
    enum ct_error e = ct_bme280_get_(sensor, 0xD0, &id, 1);
    if (e) return e;
    if (id != 0x60 && id != 0x58) return CT_NOT_FOUND; // BME280, BMP280
    sensor.state->has_humidity = id == 0x60;
    if ((e = ct_bme280_put_(sensor, 0xE0, 0xB6))) return e;
    ct_delay_ms(sensor.delay, 2);                            // table 1: start-up
    if ((e = ct_bme280_wait_(sensor, 1, 10))) return e;      // im_update: the trimming is copied
    if ((e = ct_bme280_get_(sensor, 0x88, low, 26))) return e;
    if (id == 0x60 && (e = ct_bme280_get_(sensor, 0xE1, high, 7))) return e;
    ct_bme280_unpack(&sensor.state->trimming, low, id == 0x60 ? high : NULL);
    sensor.state->has_started = true;
    return CT_OK;
}

ct_inline uint8_t ct_bme280_samples_(struct ct_bme280 sensor) {
    return (uint8_t)(sensor.samples ? sensor.samples : CT_BME280_1);
}

/// Milliseconds that a measurement takes at most (section 9.1: 1.25 ms, 2.3 ms a sample of each, and
/// 0.575 ms twice).
ct_inline uint32_t ct_bme280_most_ms(struct ct_bme280 sensor) {
    return 3 + 7 * (1u << (ct_bme280_samples_(sensor) - 1));
}

/// Starts a measurement and does not wait. CT_OK; CT_INVALID: not started; or the bus's error.
ct_inline CT_MUST_USE enum ct_error ct_bme280_begin(struct ct_bme280 sensor) {
    if (!sensor.state->has_started) return CT_INVALID;
    const uint8_t samples = ct_bme280_samples_(sensor);
    // The humidity's setting takes effect with the next write of the other one.
    const enum ct_error e =
        sensor.state->has_humidity ? ct_bme280_put_(sensor, 0xF2, samples) : CT_OK;
    return e ? e : ct_bme280_put_(sensor, 0xF4, (uint8_t)(samples << 5 | samples << 2 | 1));
}

/// The measurement that was begun. CT_OK; CT_WOULD_BLOCK until it is there; CT_INVALID: not started;
/// CT_CORRUPT: the sensor delivers no value (it was reset meanwhile, perhaps: start again); or the
/// bus's error.
ct_inline CT_MUST_USE enum ct_error ct_bme280_take(struct ct_bme280 sensor,
                                                   struct ct_bme280_reading *reading) {
    if (!sensor.state->has_started) return CT_INVALID;
    uint8_t status, raw[8];
    enum ct_error e = ct_bme280_get_(sensor, 0xF3, &status, 1);
    if (e) return e;
    if (status & 8) return CT_WOULD_BLOCK;
    if ((e = ct_bme280_get_(sensor, 0xF7, raw, sensor.state->has_humidity ? 8 : 6))) return e;
    const int32_t pressure = raw[0] << 12 | raw[1] << 4 | raw[2] >> 4;
    const int32_t temperature = raw[3] << 12 | raw[4] << 4 | raw[5] >> 4;
    const int32_t humidity = sensor.state->has_humidity ? raw[6] << 8 | raw[7] : 0;
    if (pressure == 0x80000 || temperature == 0x80000) return CT_CORRUPT; // the value after a reset
    *reading = ct_bme280_compensate(&sensor.state->trimming, temperature, pressure, humidity);
    if (!sensor.state->has_humidity) reading->percent_q10 = 0;
    return CT_OK;
}

/// Measures once and waits for it. Errors of ct_bme280_begin() and ct_bme280_take(), and CT_TIMEOUT.
ct_inline CT_MUST_USE enum ct_error ct_bme280_measure(struct ct_bme280 sensor,
                                                      struct ct_bme280_reading *reading) {
    enum ct_error e = ct_bme280_begin(sensor);
    if (e) return e;
    const uint32_t most_ms = ct_bme280_most_ms(sensor);
    ct_delay_ms(sensor.delay, most_ms);
    for (uint32_t left = most_ms / 2 + 10;
         (e = ct_bme280_take(sensor, reading)) == CT_WOULD_BLOCK; left--) {
        if (left == 0) return CT_TIMEOUT;
        ct_delay_ms(sensor.delay, 1);
    }
    return e;
}

/// At file scope: a sensor with its state; for it NAME_start(), NAME_measure(&reading),
/// NAME_begin() and NAME_take(&reading), not inlined: the functions above for this wiring.
#define CT_BME280_DEFINE(name, ...)                                                                \
    static struct ct_bme280_state name##_state_;                                                   \
    CT_DRIVER_FUNCTION(enum ct_error, name##_start, (void),                                        \
                       ct_bme280_start(CT_BME280_(name, __VA_ARGS__)))                             \
    CT_DRIVER_FUNCTION(enum ct_error, name##_begin, (void),                                        \
                       ct_bme280_begin(CT_BME280_(name, __VA_ARGS__)))                             \
    CT_DRIVER_FUNCTION(enum ct_error, name##_take, (struct ct_bme280_reading * reading),           \
                       ct_bme280_take(CT_BME280_(name, __VA_ARGS__), reading))                     \
    CT_DRIVER_FUNCTION(enum ct_error, name##_measure, (struct ct_bme280_reading * reading),        \
                       ct_bme280_measure(CT_BME280_(name, __VA_ARGS__), reading))
#define CT_BME280_(name, ...) ((struct ct_bme280){__VA_ARGS__, .state = &name##_state_})

#endif
