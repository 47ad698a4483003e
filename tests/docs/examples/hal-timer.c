// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: board
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/board.h>
#include <corten/host.h>

#include <assert.h>

int main(void) {
    const struct ct_countdown timer = BOARD_TIMER;
    //@ 1-2
    assert(ct_host_now() == 250000000);
}
