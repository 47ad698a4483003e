// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Tasks: an add-one that comes every second and an add-ten that may interrupt it at any moment share a
// counter. Leave the lock out, or let a third task use the counter, and it does not compile.

#include <corten/app.h>
#include <corten/board.h>

CT_TASK(add_one, 1);
CT_TASK(add_ten, 2);

CT_SHARED(uint32_t, counter, add_one, add_ten); // who may lock it: the ceiling is 2
CT_LOCAL(struct ct_instant, next_one, add_one); // one owner: no lock
CT_LOCAL(struct ct_instant, next_ten, add_ten);

CT_APP(DISPATCHERS(EXTI0, EXTI1), TASKS(add_one, add_ten),
       MONOTONIC(SysTick, 1000, BOARD_TICK_CLOCK_HZ));

static void trace(const char *who, uint32_t value) { // "2000 ms add_one 12"
    const uint32_t numbers[] = {ct_now().tick, value};
    for (unsigned n = 0; n < 2; n++) {
        char digits[11], *at = &digits[10];
        *at = 0;
        for (uint32_t rest = numbers[n]; rest || !*at; rest /= 10) *--at = (char)('0' + rest % 10);
        board_console_print(at);
        board_console_print(n == 0 ? " ms " : "\n");
        if (n == 0) board_console_print(who);
    }
}

void init(struct init_task self) {
    (void)self;
    const struct ct_clock_result clocks = board_start_clocks();
    board_console_start(115200);
    if (clocks.error) board_console_print(clocks.flag);
    CT_MUST(add_one_spawn_at(*CT_LOCAL_OF(self, next_one)));
    CT_MUST(add_ten_spawn_at(*CT_LOCAL_OF(self, next_ten)));
}

void add_one(struct add_one_task self) {
    struct ct_instant *next = CT_LOCAL_OF(self, next_one);
    *next = ct_instant_add(*next, CT_SECONDS(1)); // from instant to instant: no drift
    CT_MUST(add_one_spawn_at(*next));
    CT_MUST(ct_output_toggle(BOARD_LED));
    uint32_t now = 0;
    CT_LOCK(self, counter, c) now = *c += 1; // add_ten waits for this, nothing else does
    trace("add_one ", now);
}

void add_ten(struct add_ten_task self) {
    struct ct_instant *next = CT_LOCAL_OF(self, next_ten);
    *next = ct_instant_add(*next, CT_MS(2500));
    CT_MUST(add_ten_spawn_at(*next));
    uint32_t now = 0;
    CT_LOCK(self, counter, c) now = *c += 10; // at the ceiling: no instruction
    trace("add_ten ", now);
}
