// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
//@ 1-8
#include <corten/host.h>
#include <corten/semihosting.h>

#include <assert.h>

static void check(void *argument) {
    (void)argument;
    assert(count_shared == 0);
    ct_port_pend(TIM2_IRQn);
    ct_port_pend(TIM2_IRQn);
    assert(count_shared == 2);
    CT_MUST(blink_spawn());
    assert(count_shared == 0);
    ct_semihosting_exit(0);
}
__attribute__((constructor)) static void plan(void) {
    static struct ct_host_event event;
    ct_host_schedule(&event, 100, check, NULL);
}
