// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: only the field is wanted here, not a value: GPIO_MODER_MODER5
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_set(GPIOA->MODER, GPIO_MODER_MODER5);
#else
    reg_set(GPIOA->MODER, GPIO_MODER_MODER5_Output);
#endif
}
