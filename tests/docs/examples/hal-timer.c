// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: board
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/board.h>
#include <corten/host.h>

#include <assert.h>

static enum ct_error start(void *object, uint32_t microseconds) {
    *(uint64_t *)object = ct_host_now() + microseconds * 1000u;
    return CT_OK;
}
static enum ct_error wait(void *object) {
    return ct_host_now() < *(uint64_t *)object ? CT_WOULD_BLOCK : CT_OK;
}
int main(void) {
    static const struct ct_periodic_ops ops = {.start = start, .wait = wait};
    static uint64_t ends;
    const struct ct_periodic sampling = {&ops, &ends};
    const struct ct_countdown timer = BOARD_TIMER;
    //@ 1-4
    assert(ct_host_now() == 251000000);
}
