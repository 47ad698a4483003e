// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/hal/watchdog.h>

#include <assert.h>

static uint32_t time, fed;
static enum ct_error start(void *object, uint32_t microseconds) {
    (void)object;
    time = microseconds;
    return CT_OK;
}
static void feed(void *object) {
    (void)object;
    fed++;
}
int main(void) {
    static const struct ct_watchdog_ops ops = {.start = start, .feed = feed};
    const struct ct_watchdog dog = {&ops, NULL};
    //@ 1-2
    assert(time == 500000 && fed == 1 && ct_watchdog_stop(dog) == CT_UNSUPPORTED);
}
