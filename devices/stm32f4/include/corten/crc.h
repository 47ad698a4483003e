// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The CRC unit of the STM32F4: CRC-32 of words, polynomial 0x04C11DB7.
///
///     CT_CRC(sums);                                            // claims CRC
///
///     ct_crc_start();
///     const uint32_t sum = ct_crc_of(words, 3);                // from 0xFFFFFFFF, highest bit first
///
/// It is what CRC-32/MPEG-2 gives for the bytes of each word from the highest to the lowest. One user at
/// a time: what is begun in one context must not be mixed with another's. RM0090 4, RM0368 4.
#ifndef CORTEN_CRC_H
#define CORTEN_CRC_H

#include <corten/claim.h>
#include <corten/registers.h>

/// At file scope: claims the unit.
#define CT_CRC(name)                                                                               \
    CT_CLAIM_(CRC);                                                                                \
    enum { name = 0 }

/// Gives the unit its clock. Init.
ct_inline void ct_crc_start(void) {
    reg_set(RCC->AHB1ENR, RCC_AHB1ENR_CRCEN);
    (void)reg_raw(RCC->AHB1ENR);
}
/// Begins a new sum.
ct_inline void ct_crc_reset(void) { reg_write(CRC->CR, CRC_CR_RESET(1)); }
/// Adds a word, and the sum so far.
ct_inline void ct_crc_add(uint32_t word) { reg_write_raw(CRC->DR, word); }
ct_inline uint32_t ct_crc_sum(void) { return reg_raw(CRC->DR); }
/// The sum of `count` words.
ct_inline uint32_t ct_crc_of(const uint32_t *words, size_t count) {
    ct_crc_reset();
    for (size_t i = 0; i < count; i++) ct_crc_add(words[i]);
    return ct_crc_sum();
}

#endif
