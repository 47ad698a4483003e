// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: board
#include <corten/block.h>
#include <corten/board.h>

#include <assert.h>

ct_inline void blink_led(struct ct_output_pin led, struct ct_countdown timer) {
    assert(!ct_output_set_high(led) && !ct_countdown_start(timer, 1000));
    assert(!CT_BLOCK(ct_countdown_wait(timer)));
}
//@ 1
int main(void) {
    //@ 2
    assert(board_led.high);
}
