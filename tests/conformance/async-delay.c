// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Three delays at once. Dispatch is in the order of the spawns.

#include "conformance.h"

CT_ASYNC(foo, 1);
CT_ASYNC(bar, 1);
CT_ASYNC(baz, 1);
CT_APP(DISPATCHERS(SSI0, UART0), TASKS(foo, bar, baz), MONOTONIC(SysTick, 100, BOARD_CORE_HZ));

void init(struct init_task self) {
    (void)self;
    SAY("init");
    CT_IGNORE(bar_spawn());
    CT_IGNORE(baz_spawn());
    CT_IGNORE(foo_spawn());
}

enum ct_async_result foo(struct foo_task self, struct foo_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    SAY("hello from foo");
    CT_DELAY(CT_MS(100));
    SAY("bye from foo");
    CT_ASYNC_END;
}

enum ct_async_result bar(struct bar_task self, struct bar_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    SAY("hello from bar");
    CT_DELAY(CT_MS(200));
    SAY("bye from bar");
    CT_ASYNC_END;
}

enum ct_async_result baz(struct baz_task self, struct baz_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    SAY("hello from baz");
    CT_DELAY(CT_MS(300));
    SAY("bye from baz");
    EXIT();
    CT_ASYNC_END;
}
