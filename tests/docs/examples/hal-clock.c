// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: board
#include <corten/board.h>

#include <assert.h>

static void report(const char *flag) { assert(!flag); }
int main(void) {
    //@ 1-2
    assert(clocks.core_hz == BOARD_CORE_HZ);
}
