// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// What is known beforehand, so that the measuring itself can be trusted: three instructions are
// three, nothing is nothing, and a loop of a hundred turns is what its listing says.
// row nothing "harness: nothing between the markers": aim 0
// row three "harness: three instructions": aim 3
// row loop "harness: 100 turns of a loop of two": aim 201
#include "../bench.h"
#include <corten/semihosting.h>

static void measure(void) {
    BENCH_START(nothing);
    BENCH_STOP(nothing);
    BENCH_START(three);
    __asm__ volatile("nop\n nop\n nop");
    BENCH_STOP(three);
    BENCH_START(loop);
    unsigned turns;
    __asm__ volatile("movs %0, #100\n1: subs %0, #1\n bne 1b" : "=l"(turns)::"cc");
    BENCH_STOP(loop);
}

int main(void) {
    for (volatile int n = 0; n < 3; n = n + 1) measure();
    ct_semihosting_exit(0);
}
