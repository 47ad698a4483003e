// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: value does not fit in field ODD_CR_MODE
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    (void)reg_is(ODD->CR, ODD_CR_MODE(7));
#else
    (void)reg_is(ODD->CR, ODD_CR_MODE(8));
#endif
}
