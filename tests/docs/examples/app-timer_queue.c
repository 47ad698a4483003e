// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
#include <corten/app/timer_queue.h>

#include <assert.h>

//@ 1-2
static int rings;
static void ring(struct ct_timer *timer) { rings += timer == &a; }

int main(void) {
    //@ 3-4
    assert(ct_timer_waits(h));
    //@ 5
    assert(rings == 1 && !ct_timer_waits(h));
    return 0;
}
