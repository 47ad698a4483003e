// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: a write can set this flag, not clear it: ODD_SR_ARM
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_set(ODD->SR, ODD_SR_ARM);
#else
    reg_clear(ODD->SR, ODD_SR_ARM);
#endif
}
