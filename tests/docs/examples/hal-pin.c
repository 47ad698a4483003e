// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: board
#include <corten/board.h>

#include <assert.h>

//@ 1-5
static unsigned levels;
static void changed(bool high) { levels = levels * 2 + high; }
int main(void) {
    board_led = (struct board_pin){.high = true, .changed = changed};
    levels = 1;
    assert(pulse_led() == CT_OK && levels == 6); // high, then low
}
