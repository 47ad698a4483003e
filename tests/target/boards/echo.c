// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// What is typed comes back in the other case, byte by byte, through the receive interrupt; a point
// ends it. The tick is there for the emulated STM32L475, whose USART does not tell the emulator
// that it has room again: a byte comes whenever the emulator wakes up.

#include <corten/app.h>
#include <corten/block.h>
#include <corten/board.h>
#include <corten/semihosting.h>

CT_INTERRUPT(typed, 1, BOARD_CONSOLE_INTERRUPT);
CT_APP(DISPATCHERS(), TASKS(typed), MONOTONIC(BOARD_TICK, 1000, BOARD_TICK_CLOCK_HZ));

void init(struct init_task self) {
    (void)self;
    CT_IGNORE(board_start_clocks().error);
    board_console_start(115200);
    board_console_print("ready\n");
}

void typed(struct typed_task self) {
    (void)self;
    for (int byte; (byte = board_console_take()) >= 0;) {
        const bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
        board_console_put((char)(letter ? byte ^ 0x20 : byte));
        if (byte == '.') {
            CT_IGNORE(CT_BLOCK(board_console_flush()));
            const struct ct_serial_errors *e = &board_console_errors;
            ct_semihosting_exit(e->overruns || e->framing || e->noise || e->parity || e->unsent);
        }
    }
}
