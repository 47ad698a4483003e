// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/model_bus.h>

/// e^x without a library: the series of x / 1024, squared ten times.
static double power_of_e(double x) {
    double sum = 1, term = 1;
    for (int n = 1; n < 8; n++) sum += term *= x / 1024 / n;
    for (int i = 0; i < 10; i++) sum *= sum;
    return sum;
}

int ct_model_thermistor_millivolts(void *thermistor) {
    const struct ct_model_thermistor *t = thermistor;
    const double kelvin = t->millicelsius / 1000.0 + 273.15;
    const double ohm = t->ohm_at_25 * power_of_e(t->beta * (1 / kelvin - 1 / 298.15));
    return (int)(t->supply_mv * ohm / (ohm + t->series_ohm) + 0.5);
}
