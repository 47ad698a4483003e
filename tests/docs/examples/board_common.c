// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app board
//@ 1-5
#include <corten/host.h>
#include <corten/semihosting.h>

#include <assert.h>

static unsigned times;
void typed(struct typed_task self) {
    (void)self;
    times++;
    assert(board_console_take() < 0);
}
static void check(void *argument) {
    assert(!argument && !times);
    ct_port_pend(CT_CONCAT(BOARD_CONSOLE_INTERRUPT, _IRQn));
    assert(times == 1);
    ct_semihosting_exit(0);
}
void init(struct init_task self) {
    (void)self;
    //@ 7-9
    static struct ct_host_event event;
    ct_host_schedule(&event, 5000, check, NULL);
}
