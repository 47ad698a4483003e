// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
// flags: -I{root}/devices/host/include
#include <corten/app.h>
#include <corten/host.h>
#include <corten/semihosting.h>
#include <corten/tickless.h>

#include <assert.h>

CT_TASK(report, 1, 3);
//@ 1-2
static int reports;
static uint64_t sent;
void init(struct init_task self) {
    (void)self;
    //@ 3-4
    //@ 5-6
    sent = ct_host_now();
}
void report(struct report_task self) { // a microsecond is 84 cycles of 1 ns here
    (void)self;
    const uint64_t microseconds = (ct_host_now() - sent) / 84;
    if (++reports < 3) assert(microseconds == 50);
    if (reports == 3) {
        assert(microseconds == 5000);
        ct_semihosting_exit(0);
    }
}
