// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: a write can clear this flag, not set it: ODD_SR_DONE
// flags: -I{svd} -O0
#include <chip.h>

void f(void);
void f(void) {
#ifdef OK
    reg_clear(ODD->SR, ODD_SR_DONE);
#else
    reg_set(ODD->SR, ODD_SR_DONE);
#endif
}
