// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: the reset value differs between the instances of this register
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_init(ODD->CR, ODD_CR_EN(1));
#else
    reg_init(GPIOA->MODER, GPIO_MODER_MODER5_Output);
#endif
}
