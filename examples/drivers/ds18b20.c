// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The only thermometer on a wire.
#include "tray.h"

#include <corten/drivers/ds18b20.h>

CT_DS18B20_DEFINE(boiler, .pin = TRAY_WIRE, .delay = TRAY_DELAY)

void ds18b20_example(void);
void ds18b20_example(void) {
    int32_t t = 0;
    enum ct_error e = boiler_convert();
    if (!e) e = boiler_read(NULL, &t);
    tray_say("ds18b20", e ? (int)e : t);
}
