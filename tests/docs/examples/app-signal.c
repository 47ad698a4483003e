// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
#include <corten/app.h>
#include <corten/semihosting.h>

#include <assert.h>

//@ 1-2
CT_ASYNC(waits, 1, { uint32_t value; });
CT_ASYNC(reads, 1, {
    uint32_t seen;
    int32_t value;
});
CT_IDLE(idle);
CT_APP(DISPATCHERS(EXTI0), TASKS(waits, reads, idle));
static int done;

void init(struct init_task self) {
    (void)self;
    CT_MUST(waits_spawn());
    CT_MUST(reads_spawn());
}
enum ct_async_result waits(struct waits_task self, struct waits_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    //@ 4
    assert(!e && frame->value == 7);
    done++;
    CT_ASYNC_END;
}
enum ct_async_result reads(struct reads_task self, struct reads_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    //@ 6
    assert(!e && frame->value == 21500);
    done++;
    CT_ASYNC_END;
}
void idle(struct idle_task self) {
    (void)self;
    //@ 3
    //@ 5
    assert(done == 2);
    ct_semihosting_exit(0);
}
