// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/hal/delay.h>

#include <assert.h>

static uint64_t waited;
static void ns(void *object, uint32_t nanoseconds) {
    (void)object;
    waited += nanoseconds;
}
static enum ct_error start(void *object, uint32_t microseconds) {
    if (microseconds > 1000000u) return CT_OUT_OF_RANGE;
    *(uint64_t *)object += microseconds;
    return CT_OK;
}
static enum ct_error wait(void *object) {
    (void)object;
    return CT_OK;
}
int main(void) {
    static const struct ct_delay_ops ops = {.ns = ns};
    {
        const struct ct_delay delay = {&ops, NULL};
        //@ 1-3
        assert(waited == 15000u + 40000000u + 450u);
        ct_delay_ms(delay, 4300001);
        assert(waited == 15000u + 40000000u + 450u + 4300001000000u);
    }
    static const struct ct_countdown_ops countdown_ops = {.start = start, .wait = wait};
    uint64_t counted = 0;
    const struct ct_countdown timer = {&countdown_ops, &counted};
    ct_delay_us(CT_DELAY_BY_COUNTDOWN(&timer), 3500001); // more than it can at a time
    assert(counted == 3500001);
    ct_delay_ns(CT_DELAY_BY_COUNTDOWN(&timer), 1001);
    assert(counted == 3500003);
    ct_delay_us(CT_DELAY_BY_COUNTDOWN(&timer), 0);
    assert(counted == 3500003);
}
