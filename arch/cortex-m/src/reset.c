// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/cortex_m.h>
#include <corten/reset.h>

_Noreturn void ct_reset(void) {
    __asm__ volatile("dsb" ::: "memory");
    CT_SCB_AIRCR = CT_AIRCR_KEY | CT_AIRCR_RESET;
    __asm__ volatile("dsb" ::: "memory");
    for (;;) CT_COMPILER_BARRIER();
}
