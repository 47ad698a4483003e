// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: has no member named 'storable'
// clang: no member named 'storable'
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_clear(ODD->SR, ODD_SR_DONE);
#else
    reg_bit_write(ODD->SR, ODD_SR_DONE(1));
#endif
}
