// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Temperature, pressure and humidity; the tray's sensor has the data sheet's worked example.
#include "tray.h"

#include <corten/drivers/bme280.h>

CT_BME280_DEFINE(weather, .bus = TRAY_I2C, .delay = TRAY_DELAY)

void bme280_example(void);
void bme280_example(void) {
    struct ct_bme280_reading now = {0};
    enum ct_error e = weather_start();
    if (!e) e = weather_measure(&now);
    tray_say("bme280 centicelsius", e ? (int)e : now.centicelsius);
    tray_say("bme280 pascal", (int32_t)(now.pascal_q8 / 256));
    tray_say("bme280 percent", (int32_t)(now.percent_q10 / 1024));
}
