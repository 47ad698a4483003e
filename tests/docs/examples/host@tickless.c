// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
// flags: -I{root}/devices/host/include
#include <corten/app.h>
#include <corten/host.h>
#include <corten/semihosting.h>
#include <corten/tickless.h>

#include <assert.h>

CT_TASK(report, 1);
//@ 1
CT_APP(DISPATCHERS(EXTI0), TASKS(report), MONOTONICS(fast));
void init(struct init_task self) {
    (void)self;
    CT_MUST(report_spawn_on(fast_after(CT_SECONDS(1, fast)))); // over 15 wraps
}
void report(struct report_task self) {
    (void)self;
    assert(ct_host_now() == 1000000000);
    ct_semihosting_exit(0);
}
