// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
#include <corten/app.h>
#include <corten/host.h>
#include <corten/semihosting.h>

#include <assert.h>

CT_TASK(blink, 1);
//@ 1
static struct ct_instant next;
static uint64_t first;
void init(struct init_task self) {
    (void)self;
    //@ 2
}
void blink(struct blink_task self) {
    (void)self;
    if (first) { // a second of this clock is 16 ms of the native port's
        assert(ct_host_now() - first == 16000000);
        ct_semihosting_exit(0);
    }
    assert(ct_now().tick == 250);
    first = ct_host_now();
    next = ct_now();
    //@ 3-4
}
