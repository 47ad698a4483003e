// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/board.h>

struct ct_serial_errors board_console_errors;

static int take(void *object) { return (void)object, board_console_take(); }
static enum ct_error put(void *object, uint8_t byte) {
    return (void)object, board_console_try_put((char)byte);
}
static enum ct_error flush(void *object) { return (void)object, board_console_flush(); }
const struct ct_serial_ops board_console_ops = {take, put, flush};

void board_console_put(char byte) {
    // A look takes ten cycles or more, so these are at least 100 ms.
    for (uint32_t left = BOARD_CORE_HZ / 100; left > 0; left--)
        if (board_console_try_put(byte) == CT_OK) return;
    board_console_errors.unsent++;
}

void board_console_print(const char *text) {
    while (*text) board_console_put(*text++);
}
