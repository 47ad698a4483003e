// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// sources: drivers/src/thermistor.c
#include "drivers_fakes.h"

#include <corten/drivers/thermistor.h>

static int counts;
static enum ct_error start(void *object) { return (void)object, CT_OK; }
static int take(void *object) { return (void)object, counts; }
static const struct ct_adc_ops ops = {start, take};
#define INPUT ((struct ct_adc){&ops, NULL, 12})
#define DELAY FAKE_DELAY
static int reports;
static void report(const char *what) { reports += *what == 'b'; }
static int32_t look(void) {
    //@ 1-5
    return temperature;
}
int main(void) {
    counts = 2048; // 10000 ohms, nearly
    const int32_t mild = look();
    assert(mild > 24980 && mild <= 25000 && reports == 0);
    counts = 4095;
    look();
    assert(reports == 1);
    counts = CT_WOULD_BLOCK; // for ever
    fake_ns = 0;
    int32_t none;
    assert(ct_thermistor_read((struct ct_thermistor){.adc = INPUT, .delay = DELAY}, &none) == CT_TIMEOUT);
    assert(fake_ns == 1000000);
}
