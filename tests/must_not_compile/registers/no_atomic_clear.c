// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: this register has no register for an atomic clear
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_atomic_set(GPIOA->ODR, GPIO_ODR_OD5);
#else
    reg_atomic_clear(GPIOA->ODR, GPIO_ODR_OD5);
#endif
}
