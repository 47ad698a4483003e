// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
#include <corten/app.h>
#include <corten/semihosting.h>

#include <assert.h>

struct reading { int value; };
static int toggles, printed, late;
static void led_toggle(void) { toggles++; }
static void print(int value) { printed = value; }

//@ 1-4
CT_APP(DISPATCHERS(EXTI0), TASKS(blink, report, sample, idle),
       MONOTONIC(SysTick, 1000, 1000000000));
//@ 5-9

void init(struct init_task self) { (void)self; }
void sample(struct sample_task self) { // above their priority: both wait
    (void)self;
    assert(blink_spawn() == CT_OK && blink_spawn() == CT_FULL && !toggles);
    for (int i = 1; i <= 4; i++) CT_MUST(report_spawn((struct reading){i}));
    const struct report_spawn_result fifth = report_try_spawn((struct reading){5});
    assert(fifth.error == CT_FULL && fifth.message.value == 5);
}
static void until(uint32_t ticks) {
    while (ct_now().tick < ticks) ct_port_wait();
}
void idle(struct idle_task self) {
    (void)self;
    ct_port_pend(TIM2_IRQn);
    assert(toggles == 1 && printed == 4);
    const struct reading message = {6};
    //@ 10-12
    until(4999);
    assert(printed == 4 && !late);
    until(5002);
    assert(printed == 6);
    //@ 13
    assert(late == 1);
    ct_semihosting_exit(0);
}
