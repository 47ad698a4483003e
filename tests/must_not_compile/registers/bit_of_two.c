// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: not a field of one bit: GPIO_MODER_MODER5
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_bit_write(GPIOA->ODR, GPIO_ODR_OD5(1));
#else
    reg_bit_write(GPIOA->MODER, GPIO_MODER_MODER5(1));
#endif
}
