// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: index or value out of range: ODD_CR_DIV
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_modify(ODD->CR, ODD_CR_DIV(200));
#else
    reg_modify(ODD->CR, ODD_CR_DIV(201));
#endif
}
