// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: write-only field read: ODD_CR_GO
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    (void)reg_is(ODD->CR, ODD_CR_EN(1));
#else
    (void)reg_is(ODD->CR, ODD_CR_GO(1));
#endif
}
