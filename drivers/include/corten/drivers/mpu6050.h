// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// MPU-6050: acceleration and rate of rotation in three axes, on I2C.
///
///     CT_MPU6050_DEFINE(motion, .bus = BUS, .delay = DELAY, .g = CT_MPU6050_4G);
///     struct ct_mpu6050_reading now;
///     CT_MUST(motion_start());                           // CT_NOT_FOUND: another chip
///     CT_MUST(motion_read(&now));
///     const bool is_level = now.milli_g[2] > 990;
///
/// A reading is one moment of all axes: the chip keeps the registers together during one transfer.
/// Contexts: the bus's; the start waits for 0.1 s.
///
/// Facts: InvenSense, MPU-6000/MPU-6050 Register Map and Descriptions, RM-MPU-6000A, revision 4.2:
/// registers 0x19 to 0x1C, 0x3B to 0x48 (sections 4.2 to 4.5, 4.17 to 4.19), 0x6B (4.28), 0x75 (4.32).
#ifndef CORTEN_DRIVERS_MPU6050_H
#define CORTEN_DRIVERS_MPU6050_H

#include <corten/drivers/define.h>
#include <corten/hal/delay.h>
#include <corten/hal/i2c.h>

enum ct_mpu6050_g { CT_MPU6050_2G, CT_MPU6050_4G, CT_MPU6050_8G, CT_MPU6050_16G };
enum ct_mpu6050_rate { CT_MPU6050_250, CT_MPU6050_500, CT_MPU6050_1000, CT_MPU6050_2000 };

/// Wiring and ranges. I2C: at most 400 kHz.
struct ct_mpu6050 {
    struct ct_i2c bus;
    struct ct_delay delay;
    uint8_t address;           ///< 0x68 (default) or 0x69
    enum ct_mpu6050_g g;       ///< the largest acceleration: 2 g to 16 g
    enum ct_mpu6050_rate rate; ///< the largest rate: 250 to 2000 degrees a second
    uint8_t filter;            ///< DLPF_CFG: 0 (260 Hz) to 6 (5 Hz)
};

struct ct_mpu6050_reading {
    int32_t milli_g[3];       ///< acceleration along x, y, z in 1/1000 g
    int32_t millidegree_s[3]; ///< rotation about x, y, z in 1/1000 degree a second
    int32_t millicelsius;     ///< of the chip
};

/// A reading from the 14 registers from 0x3B on. Computation only.
ct_inline struct ct_mpu6050_reading ct_mpu6050_convert(struct ct_mpu6050 sensor,
                                                       const uint8_t raw[14]) {
    int32_t word[7];
    for (int i = 0; i < 7; i++) word[i] = (int16_t)(raw[2 * i] << 8 | raw[2 * i + 1]);
    struct ct_mpu6050_reading reading;
    for (int axis = 0; axis < 3; axis++) { // 32768 stands for the whole range
        reading.milli_g[axis] = word[axis] * (2000 << sensor.g) / 32768;
        reading.millidegree_s[axis] = (int32_t)((int64_t)word[4 + axis] * (250000 << sensor.rate) / 32768);
    }
    reading.millicelsius = word[3] * 1000 / 340 + 36530;
    return reading;
}

/// Resets the sensor, wakes it up and sets its ranges. CT_OK; CT_NOT_FOUND: a chip with another
/// identity; CT_TIMEOUT: it does not come out of reset within 0.1 s; or the bus's error.
ct_inline CT_MUST_USE enum ct_error ct_mpu6050_start(struct ct_mpu6050 sensor) {
    const struct ct_i2c_address address = CT_I2C_7(sensor.address ? sensor.address : 0x68);
    uint8_t byte;
    enum ct_error e = ct_i2c_write_read(sensor.bus, address, &(const uint8_t){0x75}, 1, &byte, 1);
    if (e) return e;
    if (byte != 0x68) return CT_NOT_FOUND; // also where AD0 makes the address 0x69
    const uint8_t steps[][2] = {
        {0x6B, 0x80},                          // reset
        {0x6B, 0x01},                          // awake; the clock of the x gyroscope
        {0x19, 0},                             // a sample as often as there is one
        {0x1A, sensor.filter},
        {0x1B, (uint8_t)(sensor.rate << 3)},
        {0x1C, (uint8_t)(sensor.g << 3)},
    };
    for (unsigned step = 0; step < CT_COUNT(steps); step++) {
        if ((e = ct_i2c_write(sensor.bus, address, steps[step], 2))) return e;
        for (unsigned left = 10; step == 0; left--) { // the reset bit clears itself
            ct_delay_ms(sensor.delay, 10);
            e = ct_i2c_write_read(sensor.bus, address, &(const uint8_t){0x6B}, 1, &byte, 1);
            if (e) return e;
            if (!(byte & 0x80)) break;
            if (left == 1) return CT_TIMEOUT;
        }
    }
    return CT_OK;
}

/// Reads all axes. CT_OK or the bus's error.
ct_inline CT_MUST_USE enum ct_error ct_mpu6050_read(struct ct_mpu6050 sensor,
                                                    struct ct_mpu6050_reading *reading) {
    uint8_t raw[14];
    const enum ct_error e =
        ct_i2c_write_read(sensor.bus, CT_I2C_7(sensor.address ? sensor.address : 0x68),
                          &(const uint8_t){0x3B}, 1, raw, sizeof raw);
    if (!e) *reading = ct_mpu6050_convert(sensor, raw);
    return e;
}

/// At file scope: NAME_start() and NAME_read(&reading) for one sensor, not inlined.
#define CT_MPU6050_DEFINE(name, ...)                                                               \
    CT_DRIVER_FUNCTION(enum ct_error, name##_start, (void),                                        \
                       ct_mpu6050_start((struct ct_mpu6050){__VA_ARGS__}))                         \
    CT_DRIVER_FUNCTION(enum ct_error, name##_read, (struct ct_mpu6050_reading * reading),          \
                       ct_mpu6050_read((struct ct_mpu6050){__VA_ARGS__}, reading))

#endif
