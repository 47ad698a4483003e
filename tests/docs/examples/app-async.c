// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
#include <corten/app.h>
#include <corten/host.h>
#include <corten/semihosting.h>

#include <assert.h>

static uint32_t toggles;
static void led_toggle(void) {
    assert(ct_host_now() / 100000000u == toggles); // 100 ms apart
    toggles++;
}

//@ 1
CT_APP(DISPATCHERS(EXTI0), TASKS(blink), MONOTONIC(SysTick, 1000, 1000000000));
//@ 2-9

static void check(void *argument) {
    (void)argument;
    assert(toggles == 3 && blink_spawn() == CT_OK);
    ct_semihosting_exit(0);
}
void init(struct init_task self) {
    (void)self;
    static struct ct_host_event event;
    ct_host_schedule(&event, 310000000, check, NULL);
    assert(blink_spawn() == CT_OK && blink_spawn() == CT_FULL);
}
