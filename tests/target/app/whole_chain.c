// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Declarations, vectors, priorities, locks, messages, time and idle in one run: the order of the
// lines is the order that the priorities demand.

#include <corten/app.h>
#include <corten/board.h>
#include <corten/semihosting.h>

CT_TASK_WITH(foo, 1, uint32_t, 4);
CT_TASK(bar, 2);
CT_TASK_WITH(baz, 1, uint8_t, 2);
CT_INTERRUPT(edge, 3, GPIOA);
CT_IDLE(idle);

CT_SHARED(uint32_t, counter, foo, bar) = 5;
CT_SHARED(uint32_t, copy, foo, edge);
CT_LOCAL(uint32_t, runs, foo);

CT_APP(DISPATCHERS(GPIOB, GPIOC), TASKS(foo, bar, baz, edge, idle),
       MONOTONIC(SysTick, 1000, BOARD_CORE_HZ));

static void say(const char *text, uint32_t number) {
    ct_semihosting_print(text);
    ct_semihosting_print_u32(number);
    ct_semihosting_print("\n");
}

void init(struct init_task self) {
    CT_LOCK(self, counter, c) {
        say("init ", *c);
        *c = 7;
    }
    ct_port_pend(GPIOA_IRQn); // waits for the end of init
}

void idle(struct idle_task self) {
    (void)self;
    say("idle ", 0);
    CT_MUST(foo_spawn_after(CT_MS(20), 100));
    CT_MUST(foo_spawn_after(CT_MS(10), 99));
    for (;;) ct_port_wait();
}

void edge(struct edge_task self) {
    CT_LOCK(self, copy, c) say("edge ", *c);
    CT_MUST(foo_spawn(1));
    CT_MUST(baz_spawn(3));
    CT_MUST(foo_spawn(2));
}

void foo(struct foo_task self, uint32_t message) {
    say("foo ", message);
    uint32_t *runs = CT_LOCAL_OF(self, runs);
    *runs += 1;
    CT_LOCK_ALL(self, (counter, c), (copy, d)) {
        *c += message;
        *d = *c;
        CT_MUST(bar_spawn()); // kept out by the lock
        say("foo still ", *c);
    }
    say("foo ran ", *runs);
    if (message == 100) ct_semihosting_exit(0);
}

void bar(struct bar_task self) {
    CT_LOCK(self, counter, c) say(" bar ", *c);
}

void baz(struct baz_task self, uint8_t message) {
    (void)self;
    say("baz ", message);
}
