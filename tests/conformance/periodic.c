// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A task that sends for itself.

#include "conformance.h"

CT_TASK(foo, 1);
CT_LOCAL(uint32_t, cnt, foo) = 0;
CT_APP(DISPATCHERS(SSI0), TASKS(foo), MONOTONIC(SysTick, 100, BOARD_CORE_HZ));

void init(struct init_task self) {
    (void)self;
    CT_MUST(foo_spawn_after(CT_SECONDS(1)));
}

void foo(struct foo_task self) {
    uint32_t *cnt = CT_LOCAL_OF(self, cnt);
    SAY("foo");
    *cnt += 1;
    if (*cnt == 4) EXIT();
    CT_MUST(foo_spawn_after(CT_SECONDS(1)));
}
