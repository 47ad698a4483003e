// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: read-only field written: ODD_CR_RUNS
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_modify(ODD->CR, ODD_CR_EN(1));
#else
    reg_modify(ODD->CR, ODD_CR_RUNS(1));
#endif
}
