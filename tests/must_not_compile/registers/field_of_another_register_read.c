// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: field of another register: GPIO_ODR_OD5
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    (void)reg_get(GPIOA->ODR, GPIO_ODR_OD5);
#else
    (void)reg_get(GPIOA->MODER, GPIO_ODR_OD5);
#endif
}
