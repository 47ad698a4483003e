// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/semihosting.h>

void ct_semihosting_print(const char *text) {
    size_t length = 0;
    while (text[length]) length++;
    ct_semihosting_write(text, length);
}

void ct_semihosting_print_u32(uint32_t value) {
    char digits[10];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10u);
        value /= 10u;
    } while (value);
    ct_semihosting_write(digits + at, sizeof digits - at);
}

void ct_semihosting_print_hex(uint32_t value) {
    char text[10] = "0x";
    for (unsigned i = 0; i < 8; i++) text[2 + i] = "0123456789abcdef"[value >> (28u - 4u * i) & 15u];
    ct_semihosting_write(text, sizeof text);
}
