// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A task and a dispatcher in RAM, a task in flash. Where they lie is looked up in the image.

#include "conformance.h"

#include <corten/layout.h>

CT_TASK(foo, 1);
CT_TASK(bar, 2);
CT_NOINLINE void foo(struct foo_task self);
CT_USED CT_RAM_FUNCTION void bar(struct bar_task self); // nobody sends for it: Clang sees that
CT_RAM_FUNCTION void UART1_Handler(void);
CT_APP(DISPATCHERS(UART1, UART0), TASKS(foo, bar));

void init(struct init_task self) {
    (void)self;
    CT_MUST(foo_spawn());
}

void foo(struct foo_task self) {
    (void)self;
    SAY("foo");
    EXIT();
}

void bar(struct bar_task self) {
    (void)self;
    CT_MUST(foo_spawn());
}
