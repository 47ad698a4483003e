// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Every task its own variable, set by init.

#include "conformance.h"

CT_TASK(foo, 1);
CT_TASK(bar, 1);
CT_IDLE(idle);
CT_LOCAL(int64_t, local_to_foo, foo);
CT_LOCAL(int64_t, local_to_bar, bar);
CT_LOCAL(int64_t, local_to_idle, idle);
CT_APP(DISPATCHERS(UART0, UART1), TASKS(foo, bar, idle));

void init(struct init_task self) {
    *CT_LOCAL_OF(self, local_to_foo) = 0;
    *CT_LOCAL_OF(self, local_to_bar) = 0;
    *CT_LOCAL_OF(self, local_to_idle) = 0;
    CT_MUST(foo_spawn());
    CT_MUST(bar_spawn());
}

void idle(struct idle_task self) {
    *CT_LOCAL_OF(self, local_to_idle) += 1;
    SAY("idle: local_to_idle = ", (int32_t)*CT_LOCAL_OF(self, local_to_idle));
    EXIT();
    for (;;) ct_port_wait();
}

void foo(struct foo_task self) {
    *CT_LOCAL_OF(self, local_to_foo) += 1;
    SAY("foo: local_to_foo = ", (int32_t)*CT_LOCAL_OF(self, local_to_foo));
}

void bar(struct bar_task self) {
    *CT_LOCAL_OF(self, local_to_bar) += 1;
    SAY("bar: local_to_bar = ", (int32_t)*CT_LOCAL_OF(self, local_to_bar));
}
