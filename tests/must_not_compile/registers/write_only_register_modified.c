// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: has no member named 'modifiable'
// clang: no member named 'modifiable'
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_write(ODD->KEY, ODD_KEY_KEY(1));
#else
    reg_modify(ODD->KEY, ODD_KEY_KEY(1));
#endif
}
