// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: index or value out of range: GPIO_MODER_MODER
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER(15, 1));
#else
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER(16, 1));
#endif
}
