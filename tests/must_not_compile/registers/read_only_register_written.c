// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: read-only field written: GPIO_IDR_ID5
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_write(GPIOA->ODR, GPIO_ODR_OD5(1));
#else
    reg_write(GPIOA->IDR, GPIO_IDR_ID5(1));
#endif
}
