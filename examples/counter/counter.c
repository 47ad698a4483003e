// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A counter that two tasks share: the first program of every course on concurrency. A periodic task
// adds 1 every 10 ms; a task of a higher priority, which may come at any moment, adds 10 every 25 ms.
// Leave a lock out and it does not compile.

#include <corten/app.h>
#include <corten/board.h>
#include <corten/semihosting.h>

CT_TASK(add_one, 1);
CT_TASK(add_ten, 2);

CT_SHARED(uint32_t, counter, add_one, add_ten);

CT_APP(DISPATCHERS(BOARD_SPARE_INTERRUPTS), TASKS(add_one, add_ten),
       MONOTONIC(BOARD_TICK, 1000, BOARD_TICK_CLOCK_HZ));

static void say(const char *who, uint32_t value) {
    char digits[11], *at = digits + sizeof digits;
    *--at = 0;
    do {
        *--at = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    board_console_print(who);
    board_console_print(at);
    board_console_print("\n");
}

void init(struct init_task self) {
    (void)self;
    const struct ct_clock_result clocks = board_start_clocks();
    board_console_start(115200);
    if (clocks.error) board_console_print(clocks.flag);
    CT_MUST(add_one_spawn_after(CT_MS(10)));
    CT_MUST(add_ten_spawn_after(CT_MS(25)));
}

void add_one(struct add_one_task self) {
    static struct ct_instant next;
    next = ct_instant_add(next.tick ? next : ct_now(), CT_MS(10)); // from instant to instant: no drift
    CT_MUST(add_one_spawn_at(next));
    CT_LOCK(self, counter, c) { // add_ten waits, for these lines only
        *c += 1;
        say("+1: ", *c);
    }
}

void add_ten(struct add_ten_task self) {
    static struct ct_instant next;
    next = ct_instant_add(next.tick ? next : ct_now(), CT_MS(25));
    CT_MUST(add_ten_spawn_at(next));
    CT_LOCK(self, counter, c) { // the highest of those who share it: no instruction is emitted
        *c += 10;
        say("+10: ", *c);
    }
#ifdef EXAMPLE_ENDS
    if (ct_instant_has_come((struct ct_instant){100})) ct_semihosting_exit(0);
#endif
}
