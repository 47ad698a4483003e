// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A lamp that is on when its pin is low, and three blinks of it.
// function lamp_on "driver led: on": aim 12
// function lamp_blink "driver led: three blinks, half a second each": aim 55
// firmware: LINK_LIBRARIES corten::drivers
// row blink "driver led: three blinks, waiting left out": aim 40
#include <corten/assert.h>
#include <corten/board.h>
#include <corten/drivers/led.h>
#include <corten/semihosting.h>

#include "../bench.h"

#define LAMP ((struct ct_led){.pin = BOARD_LED, .is_on_when_low = true})

static CT_NOINLINE enum ct_error lamp_on(void) { return ct_led_on(LAMP); }
static CT_NOINLINE void wait(uint32_t microseconds) { __asm__ volatile("" ::"r"(microseconds)); }
static CT_NOINLINE enum ct_error lamp_blink(void) {
    enum ct_error e = CT_OK;
    for (int i = 0; i < 3 && !e; i++) {
        e = ct_led_on(LAMP);
        wait(250000);
        if (!e) e = ct_led_off(LAMP);
        wait(250000);
    }
    return e;
}

#define PF0 (*(volatile uint32_t *)0x40025004u)
static CT_NOINLINE enum ct_error lamp_on_by_hand(void) {
    PF0 = 0;
    return CT_OK;
}
static CT_NOINLINE enum ct_error lamp_blink_by_hand(void) {
    for (int i = 0; i < 3; i++) {
        PF0 = 0;
        wait(250000);
        PF0 = 0xFF;
        wait(250000);
    }
    return CT_OK;
}

int main(void) {
    CT_MUST(lamp_on());
    CT_MUST(lamp_on_by_hand());
    BENCH_START(blink);
    CT_MUST(lamp_blink());
    BENCH_STOP(blink);
    BENCH_START(blink_by_hand);
    CT_MUST(lamp_blink_by_hand());
    BENCH_STOP(blink_by_hand);
    ct_semihosting_exit(0);
}
