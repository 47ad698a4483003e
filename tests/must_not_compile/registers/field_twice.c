// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: a field is given twice
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER5(1), GPIO_MODER_MODER6(2));
#else
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER5(1), GPIO_MODER_MODER5(2));
#endif
}
