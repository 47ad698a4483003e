// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The blinker of program 1 on bare registers: PF0 and TIMER0 of the LM3S6965 (data sheet, 9.4 and 10.4).
#include <corten/board.h>

static CT_NOINLINE _Noreturn void blink_by_hand(void) {
    volatile uint32_t *const pin = (volatile uint32_t *)0x40025004;
    volatile uint32_t *const timer = (volatile uint32_t *)0x40030000;
    for (uint32_t level = 0xFF;; level ^= 0xFF) {
        *pin = level;
        timer[0x0C / 4] = 0;               // CTL: off
        timer[0x00 / 4] = 0;               // CFG: 32 bits
        timer[0x04 / 4] = 1;               // TAMR: once
        timer[0x28 / 4] = 500000 * 50 - 1; // TAILR
        timer[0x24 / 4] = 1;               // ICR
        timer[0x0C / 4] = 1;               // CTL: on
        while (!(timer[0x1C / 4] & 1)) {}  // RIS
    }
}

int main(void) {
    const struct ct_clock_result clocks = board_start_clocks();
    board_console_start(115200);
    board_console_print(clocks.error ? clocks.flag : BOARD_NAME " blinks");
    board_console_print("\n");
    *(volatile uint32_t *)0x400FE104 |= 1u << 16; // RCGC1: TIMER0
    (void)*(volatile uint32_t *)0x400FE104;
    blink_by_hand();
}
