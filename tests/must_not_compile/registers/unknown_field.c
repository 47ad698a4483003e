// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: not a field of a register, or its value is missing: GPIO_MODER_MODER16_Output
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER15_Output);
#else
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER16_Output);
#endif
}
