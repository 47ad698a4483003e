// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: has no member named 'storable'
// clang: no member named 'storable'
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_snapshot(s, ODD->CR);
    reg_store(ODD->CR, s);
#else
    reg_snapshot(s, ODD->SR);
    reg_store(ODD->SR, s);
#endif
}
