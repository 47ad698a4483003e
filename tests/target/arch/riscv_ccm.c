// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A CCM region on RISC-V: what is marked for it lies there and is initialised before main().

#include <corten/layout.h>

#include "../check.h"

static volatile uint32_t in_ccm[2] CT_CCM = {0xCC01, 0xCC02};
static volatile uint32_t in_ccm_bss[2] CT_CCM_BSS;
static volatile uint32_t in_ram[2] = {1, 2};

int main(void) {
    CHECK(in_ccm[0] == 0xCC01 && in_ccm[1] == 0xCC02);
    CHECK(in_ccm_bss[0] == 0 && in_ccm_bss[1] == 0);
    CHECK(in_ram[0] == 1 && in_ram[1] == 2);
    CHECK((uintptr_t)in_ccm >> 12 == 0x80180 && (uintptr_t)in_ccm_bss >> 12 == 0x80180);
    CHECK((uintptr_t)in_ram >> 16 == 0x8010);
    DONE();
}
