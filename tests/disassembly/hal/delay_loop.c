// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A turn of the delay is a count and a branch, and is not unrolled: a cycle at least for each.
// target: m0 m3 m33
// flags: -I{root}/devices/cortex-m/include
// count wait <= 7
#include <corten/delay_loop.h>

void wait(uint32_t cycles);
void wait(uint32_t cycles) {
    while (cycles--) __asm__ volatile("");
}
