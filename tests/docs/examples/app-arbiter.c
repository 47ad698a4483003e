// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
#include <corten/app.h>
#include <corten/semihosting.h>

#include <assert.h>

//@ 1
static unsigned has, done;
static enum ct_error transfer(struct ct_async *waiter) {
    static unsigned looks;
    assert(has == 1);
    if (++looks % 2) return ct_async_wake(waiter), CT_WOULD_BLOCK;
    return CT_OK;
}
CT_ASYNC(first, 1);
CT_ASYNC(second, 1);
CT_APP(DISPATCHERS(EXTI0), TASKS(first, second));

void init(struct init_task self) {
    (void)self;
    CT_MUST(first_spawn());
    CT_MUST(second_spawn());
}
enum ct_async_result first(struct first_task self, struct first_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    //@ 2
    has++;
    //@ 3
    has--;
    //@ 4
    assert(!e);
    done++;
    CT_ASYNC_END;
}
enum ct_async_result second(struct second_task self, struct second_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    CT_AWAIT_INTO(e, ct_arbiter_acquire(&bus, CT_WAITER));
    assert(!e && has++ == 0 && done == 1);
    CT_AWAIT_INTO(e, transfer(CT_WAITER));
    ct_arbiter_release(&bus, CT_WAITER);
    ct_semihosting_exit(0);
    CT_ASYNC_END;
}
