// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
#include <corten/app.h>
#include <corten/semihosting.h>

#include <assert.h>

static unsigned count;
//@ 1
CT_ASYNC(waits, 1);
CT_INTERRUPT(counts, 2, TIM2);
CT_IDLE(idle);
CT_APP(DISPATCHERS(EXTI0), TASKS(waits, counts, idle));

void init(struct init_task self) {
    (void)self;
    CT_MUST(waits_spawn());
}
enum ct_async_result waits(struct waits_task self, struct waits_frame *frame) {
    bool enough = false;
    CT_ASYNC_BEGIN(frame);
    //@ 2
    assert(count == 3);
    ct_semihosting_exit(0);
    CT_ASYNC_END;
}
void counts(struct counts_task self) {
    (void)self;
    count++;
    //@ 3
}
void idle(struct idle_task self) {
    (void)self;
    for (;;) {
        assert(count < 3);
        ct_port_pend(TIM2_IRQn);
    }
}
