// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// An overflow on a machine that has something below the stack: its bus reports nothing.

#include "../check.h"

static volatile uint32_t most = 20000;

static __attribute__((noinline)) uint32_t recurse(uint32_t n) {
    volatile uint32_t more = n;
    return n < most ? recurse(n + 1) + more : 0;
}

int main(void) {
    recurse(0);
    check_failed(__LINE__, "the overflow is noticed");
}
