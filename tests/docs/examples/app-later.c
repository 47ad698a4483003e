// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
#include <corten/app.h>
#include <corten/semihosting.h>

#include <assert.h>

CT_IDLE(idle);
CT_TASK_WITH(report, 1, int, 2);
CT_APP(DISPATCHERS(EXTI0), TASKS(idle, report), MONOTONIC(SysTick, 1000, 1000000000));
static int reports, late;
void init(struct init_task self) { (void)self; }
void report(struct report_task self, int message) {
    (void)self;
    reports += message;
}
void idle(struct idle_task self) {
    (void)self;
    const int message = 7;
    //@ 1
    //@ 2-4
    while (ct_now().tick < 4999) ct_port_wait();
    assert(reports == 7 && late == 0);
    while (ct_now().tick < 5001) ct_port_wait();
    assert(reports == 14);
    //@ 5
    assert(late == 1);
    ct_semihosting_exit(0);
}
