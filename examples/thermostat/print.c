// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/board.h>

#include "print.h"

void print(const char *text) {
    for (; *text; text++) {
        if (*text == '\n') board_console_put('\r');
        board_console_put(*text);
    }
}

void print_number(uint32_t value, unsigned width) {
    char text[11];
    unsigned at = sizeof text - 1;
    text[at] = '\0';
    do {
        text[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    while (at > 0 && sizeof text - 1 - at < width) text[--at] = ' ';
    print(text + at);
}

void print_temperature(int32_t hundredths) {
    const uint32_t size = (uint32_t)(hundredths < 0 ? -hundredths : hundredths);
    print(hundredths < 0 ? "-" : "");
    print_number(size / 100, 0);
    print(size % 100 < 10 ? ".0" : ".");
    print_number(size % 100, 0);
}
