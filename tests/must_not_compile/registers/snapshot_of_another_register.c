// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: snapshot of another register
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_snapshot(s, GPIOA->MODER);
    reg_store(GPIOA->MODER, s);
#else
    reg_snapshot(s, GPIOA->ODR);
    reg_store(GPIOA->MODER, s);
#endif
}
