// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: has no member named 'readable'
// clang: no member named 'readable'
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    (void)reg_raw(ODD->CR);
#else
    (void)reg_raw(ODD->KEY);
#endif
}
