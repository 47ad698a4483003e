// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The checksums that devices use, bit by bit: a few instructions a bit, no table.
///
///     const uint8_t command[5] = {0x40};                          // GO_IDLE_STATE of an SD card
///     const uint8_t last = (uint8_t)(ct_crc7(command, 5) << 1 | 1); // 0x95
///     uint16_t crc = ct_crc16(0, "123456789", 9);                 // 0x31C3
///     uint8_t sum = ct_crc8_maxim(0, "123456789", 9);             // 0xA1
///
/// Any context.
#ifndef CORTEN_DRIVERS_CHECKSUM_H
#define CORTEN_DRIVERS_CHECKSUM_H

#include <corten/compiler.h>

/// CRC-7 of SD and MMC commands, x^7 + x^3 + 1, started with 0; the 7 bits as a number below 128.
/// (SD Specifications, Part 1, Physical Layer Simplified Specification 6.00, section 4.5.)
uint8_t ct_crc7(const void *bytes, size_t count);

/// CRC-16 of SD data blocks, x^16 + x^12 + x^5 + 1, most significant bit first (ibidem). `crc` is 0
/// at the start, then the result so far.
uint16_t ct_crc16(uint16_t crc, const void *bytes, size_t count);

/// CRC-8 of 1-Wire, x^8 + x^5 + x^4 + 1, least significant bit first: 0 over data followed by its
/// own checksum. `crc` is 0 at the start. (Maxim Integrated, Application Note 27.)
uint8_t ct_crc8_maxim(uint8_t crc, const void *bytes, size_t count);

#endif
