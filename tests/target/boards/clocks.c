// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Which flag did not come, what the core runs at then, and that the console works all the same.

#include <corten/board.h>
#include <corten/block.h>
#include <corten/semihosting.h>

int main(void) {
    const struct ct_clock_result clocks = board_start_clocks();
    ct_semihosting_print(clocks.error ? ct_error_name(clocks.error) : "CT_OK");
    ct_semihosting_print(" ");
    ct_semihosting_print(clocks.flag ? clocks.flag : "-");
    ct_semihosting_print(" ");
    ct_semihosting_print_u32(clocks.core_hz);
    ct_semihosting_print("\n");
    board_console_start(115200);
    board_console_print("still here\n");
    CT_IGNORE(CT_BLOCK(board_console_flush()));
    ct_semihosting_exit(0);
}
