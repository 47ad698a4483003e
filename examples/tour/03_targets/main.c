// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Targets: one source and one project for three cores. The presets choose the board; what a panic
// does is chosen where the firmware is made.

#include <corten/board.h>
#include <corten/panic.h>

int main(void) {
    const struct ct_clock_result clocks = board_start_clocks();
    board_console_start(115200);
    board_console_print(clocks.error ? clocks.flag : BOARD_NAME);
    board_console_print(" is about to panic\n");
    CT_PANIC("and stays here, for a debugger to look at");
}
