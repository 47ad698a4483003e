// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/drivers/checksum.h>

uint8_t ct_crc7(const void *bytes, size_t count) {
    const uint8_t *at = bytes;
    uint8_t crc = 0; // the remainder in bits 7 to 1, so that x^7 is the carry out of the byte
    while (count--) {
        crc ^= *at++;
        for (int bit = 0; bit < 8; bit++) crc = (uint8_t)(crc << 1 ^ (crc & 0x80 ? 0x09 << 1 : 0));
    }
    return crc >> 1;
}

uint16_t ct_crc16(uint16_t crc, const void *bytes, size_t count) {
    const uint8_t *at = bytes;
    while (count--) {
        crc ^= (uint16_t)(*at++ << 8);
        for (int bit = 0; bit < 8; bit++)
            crc = (uint16_t)(crc << 1 ^ (crc & 0x8000 ? 0x1021 : 0));
    }
    return crc;
}

uint8_t ct_crc8_maxim(uint8_t crc, const void *bytes, size_t count) {
    const uint8_t *at = bytes;
    while (count--) {
        crc ^= *at++;
        for (int bit = 0; bit < 8; bit++) crc = (uint8_t)(crc >> 1 ^ (crc & 1 ? 0x8C : 0));
    }
    return crc;
}
