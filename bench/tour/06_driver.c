// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// board: nucleo-f401re
// cores: thumbv7em-hf
// row lamp "tour 6, a driver: the lamp goes on, with call and return"
// function lamp "tour 6, a driver: the same"
#define main tour_main
#include "../../examples/tour/06_driver.c"
#undef main

#include <corten/semihosting.h>

#include "../bench.h"

static CT_NOINLINE void lamp(void) {
    CT_MUST(ct_output_set_high(((struct ct_output_pin){&lamp_ops, (void *)(uintptr_t)&both})));
}
static CT_NOINLINE void lamp_by_hand(void) {
    *(volatile uint32_t *)0x40020018 = 1u << 8 | 1u << 9;
}

int main(void) {
    BENCH_START(lamp);
    lamp();
    BENCH_STOP(lamp);
    BENCH_START(lamp_by_hand);
    lamp_by_hand();
    BENCH_STOP(lamp_by_hand);
    ct_semihosting_exit(0);
}
