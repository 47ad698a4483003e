// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include "drivers_fakes.h"

#include <corten/assert.h>
#include <corten/drivers/buzzer.h>

static uint32_t period, duty;
static uint16_t most(void *object) { return (void)object, 1000; }
static enum ct_error set_duty(void *object, uint16_t to) { return (void)object, duty = to, CT_OK; }
static enum ct_error set_period(void *object, uint32_t to) { return (void)object, period = to, CT_OK; }
static const struct ct_pwm_ops ops = {most, set_duty, set_period};
#define TONE_OUTPUT ((struct ct_pwm){&ops, NULL})
#define DELAY       FAKE_DELAY
//@ 1
int main(void) {
    //@ 2-3
    assert(fake_ns == 350000000 && period == 1136364 && duty == 0);
    //@ 4
    assert(period == 500000 && duty == 500);
    //@ 5
    assert(duty == 0);
}
