// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A thermistor of 10 kilohms between input and ground, read in thousandths of a degree.
#include "tray.h"

#include <corten/drivers/thermistor.h>

static const struct ct_thermistor ntc = {
    .adc = TRAY_ADC, .delay = TRAY_DELAY, .fixed_ohm = 10000, .ohm_at_25 = 10000, .beta = 3950};

void thermistor_example(void);
void thermistor_example(void) {
    int32_t t = 0;
    const enum ct_error e = ct_thermistor_read(ntc, &t);
    tray_say("thermistor", e ? (int)e : t);
}
