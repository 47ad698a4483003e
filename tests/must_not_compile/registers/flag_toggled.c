// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: a write cannot invert this flag: ODD_SR_DONE
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_toggle(ODD->SR, ODD_SR_KEPT);
#else
    reg_toggle(ODD->SR, ODD_SR_DONE);
#endif
}
