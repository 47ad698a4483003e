// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A room to be heated, for where there is none: a temperature, a heater, a sensor.
///
///     room_advance(100);                                     // 100 ms have passed
///     room_heat(true);                                       // BOARD_HEATER does it
///     const int32_t t = room_millicelsius(room_counts());    // 18250 is 18.25 °C
///
/// The room loses heat to the outdoors at a rate proportional to the difference (time constant
/// ROOM_TIME_CONSTANT_MS) and the heater alone would bring it to ROOM_HEATER_RISE above them:
///
///     dT/dt = (outdoors + (heater ? rise : 0) - T) / time constant
///
/// At 21 °C that is 0.32 °C/s with the heater and -0.18 °C/s without: a model in a hurry. It is
/// computed in whole microdegrees, in steps of 10 ms, so it is the same on every machine. The
/// sensor is linear, as a TMP36 is: 500 mV at 0 °C, 10 mV/°C; the converter has 12 bits over
/// 3300 mV, so a count is 0.08 °C; its noise is at most one count, from a shift register.
#ifndef CORTEN_ROOM_H
#define CORTEN_ROOM_H

#include <corten/compiler.h>

enum {
    ROOM_OUTDOORS = 10000,         ///< m°C
    ROOM_START = 18000,            ///< m°C
    ROOM_HEATER_RISE = 30000,      ///< m°C
    ROOM_TIME_CONSTANT_MS = 60000,
    ROOM_STEP_MS = 10,
    ROOM_COUNTS = 4096,            ///< of the converter's full scale
    ROOM_FULL_SCALE_MV = 3300,
    ROOM_OFFSET_MV = 500,          ///< of the sensor at 0 °C
    ROOM_UV_PER_MILLICELSIUS = 10, ///< 10 mV/°C
};

/// The sensor's temperature in m°C for a count of the converter, 0 to 4095: -50 to 279.9 °C.
/// Any context.
ct_inline int32_t room_millicelsius(int counts) {
    return (counts * (ROOM_FULL_SCALE_MV * 100 / 4) / (ROOM_COUNTS / 4)) - ROOM_OFFSET_MV * 100;
}

/// Turns the modelled heater on or off. Any context.
void room_heat(bool on);

/// Lets time pass for the room. One context.
void room_advance(uint32_t milliseconds);

/// What the converter reads from the sensor now: 0 to 4095. One context.
uint16_t room_counts(void);

/// The real temperature of the model in m°C, which no application knows. For tests.
int32_t room_temperature(void);

/// Back to the start: ROOM_START, heater off. For tests.
void room_reset(void);

#endif
