// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
#include <corten/app.h>
#include <corten/semihosting.h>

#include <assert.h>

struct stats { unsigned count; };
struct led { unsigned toggles; };
struct config { int gain; };
static void led_toggle(struct led *led) { led->toggles++; }

CT_TASK(report, 1);
CT_TASK(blink, 1);
CT_TASK(foo, 2);
CT_TASK(bar, 2);
CT_INTERRUPT(sample, 3, TIM2);
CT_IDLE(idle);
//@ 1-5
CT_APP(DISPATCHERS(EXTI0, EXTI1), TASKS(report, blink, foo, bar, sample, idle));

void init(struct init_task self) {
    //@ 6
}
static void add(struct stats_key key) { CT_LOCK(key, stats, s) s->count += 1; }
void sample(struct sample_task self) {
    //@ 7
}
void report(struct report_task self) {
    add(CT_KEY(self, stats));
    CT_LOCK(self, stats, s) s->count -= 1;
    //@ 8
}
void blink(struct blink_task self) {
    //@ 9
}
void foo(struct foo_task self) {
    //@ 10
    assert(gain == 3);
    *CT_LOCK_FREE_OF(self, total) += 1;
}
void bar(struct bar_task self) { *CT_LOCK_FREE_OF(self, total) += 2; }

void idle(struct idle_task self) {
    CT_LOCK(self, limit, l) assert(*l == 30);
    ct_port_pend(TIM2_IRQn);
    CT_MUST(report_spawn());
    CT_LOCK(self, limit, l) {
        assert(*l == 1);
        CT_MUST(report_spawn()); // waits for the lock, TIM2 does not
        ct_port_pend(TIM2_IRQn);
        assert(*l == 1);
    }
    CT_LOCK(self, limit, l) assert(*l == 2);
    CT_MUST(foo_spawn());
    CT_MUST(bar_spawn());
    CT_MUST(blink_spawn());
    assert(total_lock_free == 3 && led_local.toggles == 1);
    ct_semihosting_exit(0);
}
