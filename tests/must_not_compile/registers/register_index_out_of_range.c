// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: index out of range of this array of registers
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_set(reg_at(ODD->CH, 3), ODD_CH_ON);
#else
    reg_set(reg_at(ODD->CH, 4), ODD_CH_ON);
#endif
}
