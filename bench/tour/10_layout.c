// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// row delay "tour 10, layout: a delay of 100 turns": by hand 201
#define main tour_main
#include "../../examples/tour/10_layout.c"
#undef main

#include "../bench.h"

int main(void) {
    BENCH_START(delay);
    delay_turns(100);
    BENCH_STOP(delay);
    ct_semihosting_exit(0);
}
