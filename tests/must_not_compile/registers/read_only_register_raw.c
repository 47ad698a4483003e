// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: has no member named 'writable'
// clang: no member named 'writable'
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_write_raw(GPIOA->ODR, 1);
#else
    reg_write_raw(GPIOA->IDR, 1);
#endif
}
