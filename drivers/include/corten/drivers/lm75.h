// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// LM75: a thermometer on I2C.
///
///     CT_LM75_DEFINE(room, .bus = BUS);
///     int32_t t = 0;                                     // thousandths of a degree Celsius
///     const enum ct_error e = room_read(&t);             // CT_NO_ACKNOWLEDGE_ADDRESS: nobody there
///
/// Facts: NXP, LM75B data sheet: section 7.1 (addresses), 7.4.3 (temperature register).
#ifndef CORTEN_DRIVERS_LM75_H
#define CORTEN_DRIVERS_LM75_H

#include <corten/drivers/define.h>
#include <corten/hal/i2c.h>

/// Wiring. I2C: at most 400 kHz.
struct ct_lm75 {
    struct ct_i2c bus;
    uint8_t address; ///< 0x48 (default) to 0x4F
};

/// The temperature in the two bytes of register 0: 11 bits of 1/8 degree. Computation only.
ct_inline int32_t ct_lm75_convert(const uint8_t raw[2]) {
    return (int16_t)(raw[0] << 8 | raw[1]) / 32 * 125;
}

/// Reads the temperature. CT_OK or the bus's error, and then nothing is written.
ct_inline CT_MUST_USE enum ct_error ct_lm75_read(struct ct_lm75 sensor, int32_t *millicelsius) {
    uint8_t raw[2] = {0};
    const struct ct_i2c_address address = CT_I2C_7(sensor.address ? sensor.address : 0x48);
    const enum ct_error e =
        ct_i2c_write_read(sensor.bus, address, &(const uint8_t){0x00}, 1, raw, 2);
    if (!e) *millicelsius = ct_lm75_convert(raw);
    return e;
}

/// At file scope: NAME_read(&millicelsius) for one sensor, not inlined.
#define CT_LM75_DEFINE(name, ...)                                                                  \
    CT_DRIVER_FUNCTION(enum ct_error, name##_read, (int32_t *millicelsius),                        \
                       ct_lm75_read((struct ct_lm75){__VA_ARGS__}, millicelsius))

#endif
