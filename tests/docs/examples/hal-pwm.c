// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/hal/pwm.h>

#include <assert.h>

static uint16_t top, duties[8];
static unsigned count;
static uint16_t most(void *object) { return (void)object, top; }
static enum ct_error set_duty(void *object, uint16_t duty) {
    (void)object;
    duties[count++] = duty;
    return CT_OK;
}
static enum ct_error set_period(void *object, uint32_t nanoseconds) {
    (void)object;
    top = (uint16_t)(nanoseconds / 1000u);
    return CT_OK;
}
int main(void) {
    static const struct ct_pwm_ops ops = {most, set_duty, set_period};
    const struct ct_pwm lamp = {&ops, NULL};
    //@ 1-5
    assert(count == 4 && duties[0] == 300 && duties[1] == 333 && duties[2] == 500 && duties[3] == 0);
    CT_MUST(ct_pwm_set_on(lamp));
    assert(duties[4] == 1000);
    assert(ct_pwm_set_duty(lamp, 1001) == CT_OUT_OF_RANGE && count == 5);
    assert(ct_pwm_set_percent(lamp, 101) == CT_OUT_OF_RANGE && ct_pwm_set_fraction(lamp, 0, 0) == CT_OUT_OF_RANGE);
}
