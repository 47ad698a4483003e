// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The room arch/ is below the devices and knows the CLINT and the PLIC by their addresses: the same
// as the description of the machine has them.

#include <corten/port.h>
#include <corten/registers.h>

#include "../check.h"

#define SAME(by_hand, described) CHECK_EQUAL(&(by_hand), &(described))

int main(void) {
    SAME(CT_CLINT_MSIP, CLINT->MSIP);
    SAME(CT_CLINT_MTIMECMP[0], CLINT->MTIMECMP_LO);
    SAME(CT_CLINT_MTIMECMP[1], CLINT->MTIMECMP_HI);
    SAME(CT_CLINT_MTIME[0], CLINT->MTIME_LO);
    SAME(CT_CLINT_MTIME[1], CLINT->MTIME_HI);
    for (unsigned n = 0; n < 32; n++) SAME(CT_PLIC_PRIORITY[n], PLIC->PRIORITY[n]);
    SAME(CT_PLIC_ENABLE[0], PLIC->ENABLE[0]);
    SAME(CT_PLIC_THRESHOLD, PLIC->THRESHOLD);
    SAME(CT_PLIC_CLAIM, PLIC->CLAIM);
    DONE();
}
