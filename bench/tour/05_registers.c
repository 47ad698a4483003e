// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// board: nucleo-f401re
// cores: thumbv7em-hf
// row lamp_on "tour 5, registers: from critical section to a high pin"
// function lamp_on "tour 5, registers: the function"
#define main tour_main
#include "../../examples/tour/05_registers.c"
#undef main

#include "../bench.h"

#define AHB1ENR (*(volatile uint32_t *)0x40023830)
#define GPIOA_(offset) (*(volatile uint32_t *)(0x40020000 + (offset)))

static CT_NOINLINE void lamp_on_by_hand(void) {
    uint32_t mask;
    __asm__ volatile("mrs %0, primask\n\tcpsid i" : "=r"(mask)::"memory");
    AHB1ENR |= 1u << 0;
    (void)AHB1ENR;
    GPIOA_(0x18) = 1u << 5;
    GPIOA_(0x04) &= ~(1u << 5);
    GPIOA_(0x08) = (GPIOA_(0x08) & ~(3u << 10)) | 2u << 10;
    GPIOA_(0x00) = (GPIOA_(0x00) & ~(3u << 10)) | 1u << 10;
    __asm__ volatile("msr primask, %0" ::"r"(mask) : "memory");
}

int main(void) {
    BENCH_START(lamp_on);
    lamp_on();
    BENCH_STOP(lamp_on);
    BENCH_START(lamp_on_by_hand);
    lamp_on_by_hand();
    BENCH_STOP(lamp_on_by_hand);
    ct_semihosting_exit(0);
}
