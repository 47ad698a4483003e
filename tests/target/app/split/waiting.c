// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "application.h"

static uint32_t collected;

enum ct_async_result collects(struct collects_task self, struct collects_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    CHECK_EQUAL(*CT_LOCK_FREE_OF(self, of_one_priority), 0);
    frame->sum = frame->message;
    for (;;) {
        CT_AWAIT_INTO(e, values_receive(CT_WAITER, (struct values_receiver){}, &frame->value));
        if (e) break;
        frame->sum += frame->value;
    }
    CHECK_EQUAL(e, CT_CLOSED);
    collected = frame->sum;
    CT_ASYNC_END;
}

void idle(struct idle_task self) {
    CHECK_EQUAL(++*CT_LOCAL_OF(self, idle_local), 8);
    while (ct_now().tick < 10) ct_port_wait();
    CHECK_EQUAL(collected, 1020);
#if EXTRA
    CT_MUST(extra_spawn());
#endif
    CT_LOCK(self, total, t) CHECK_EQUAL(*t, 100 + 1 + 1 + 10 + 20 + (EXTRA + 0) * 1000);
    CT_LOCK(self, table, t) CHECK_EQUAL(t->a[1], 32);
    DONE();
}
