// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: a write inverts this field: use reg_toggle: ODD_SR_FLIP
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_toggle(ODD->SR, ODD_SR_FLIP);
#else
    reg_set(ODD->SR, ODD_SR_FLIP);
#endif
}
