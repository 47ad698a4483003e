// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// What must not link, and why, is said in CMakeLists.txt.

#include <corten/layout.h>

#ifdef USES_CCM
static volatile uint32_t table[4] CT_CCM = {1, 2, 3, 4};
#else
static volatile uint32_t table[4];
#endif
#ifdef VARIABLES
static volatile uint8_t variables[VARIABLES];
#endif
#ifdef BEFORE_THE_VECTORS
__attribute__((section(".vectors.0"), used)) static const uint32_t first = 1;
#endif

int main(void) {
#ifdef VARIABLES
    variables[3]++;
#endif
    for (;;) table[1]++;
}
