// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/hal/rtc.h>

#include <assert.h>

static struct ct_date_time clock;
static enum ct_error get(void *object, struct ct_date_time *now) {
    (void)object;
    *now = (struct ct_date_time){2026, 1, 1, 0, 0, 30};
    return clock.year ? CT_OK : CT_STALE;
}
static enum ct_error set(void *object, const struct ct_date_time *now) {
    (void)object;
    clock = *now;
    return CT_OK;
}
int main(void) {
    static const struct ct_rtc_ops ops = {.get = get, .set = set};
    const struct ct_rtc rtc = {&ops, NULL};
    //@ 1-4
    assert(clock.year == 2026 && seconds == 1767225630);
    assert(ct_rtc_set(rtc, &(struct ct_date_time){2025, 2, 29, 0, 0, 0}) == CT_INVALID);
}
