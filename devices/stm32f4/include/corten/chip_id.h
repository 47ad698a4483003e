// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What the factory has written into an STM32F4: its number, its flash.
///
///     uint32_t id[3];
///     ct_chip_unique_id(id);                                   // 96 bits, no two chips have the same
///     const uint32_t kib = ct_chip_flash_kib();
///
/// Any context. RM0090 39.1 and 39.2, RM0368 24.
#ifndef CORTEN_CHIP_ID_H
#define CORTEN_CHIP_ID_H

#include <corten/registers.h>

#if CT_REG_MODEL
#    define CT_CHIP_WORD_(address) ((uint32_t)ct_reg_read((address), 4))
#else
#    define CT_CHIP_WORD_(address) (*(const volatile uint32_t *)(uintptr_t)(address))
#endif

/// The 96 bits.
static inline __attribute__((always_inline, unused)) void ct_chip_unique_id(uint32_t id[3]) {
    for (unsigned i = 0; i < 3; i++) id[i] = CT_CHIP_WORD_(0x1FFF7A10u + 4u * i);
}
/// The size of the flash in KiB.
static inline __attribute__((always_inline, unused)) uint32_t ct_chip_flash_kib(void) {
    return CT_CHIP_WORD_(0x1FFF7A20u) >> 16;
}

#endif
