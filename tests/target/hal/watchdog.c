// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The watchdog of the LM3S6965: it lets one live who feeds it, and resets one who does not, not before
// its time.

#include <corten/assert.h>
#include <corten/block.h>
#include <corten/board.h>
#include <corten/layout.h>
#include <corten/watchdog_timer.h>

#include "../check.h"

CT_WATCHDOG(dog, WATCHDOG, BOARD_CORE_HZ);

static struct {
    uint32_t magic, boots, milliseconds;
} state CT_NO_INIT;

static void wait(uint32_t microseconds) {
    CT_MUST(ct_countdown_start(BOARD_TIMER, microseconds));
    CT_MUST(CT_BLOCK(ct_countdown_wait(BOARD_TIMER)));
}

int main(void) {
    CT_MUST(board_start_clocks().error);
    if (state.magic != 0xD09) state.magic = 0xD09, state.boots = 0;
    if (state.boots++ == 0) {
        CHECK_EQUAL(ct_watchdog_start(dog, 0), CT_OUT_OF_RANGE);
        CHECK_EQUAL(ct_watchdog_stop(dog), CT_UNSUPPORTED);
        CHECK_EQUAL(ct_watchdog_start(dog, 10000), CT_OK);
        for (int n = 0; n < 10; n++) { // ten times its time, always just in time
            wait(9000);
            ct_watchdog_feed(dog);
        }
        for (state.milliseconds = 0;; state.milliseconds++) wait(1000);
    }
    say("boots ", state.boots);
    CHECK(state.milliseconds >= 9 && state.milliseconds <= 11);
    DONE();
}
