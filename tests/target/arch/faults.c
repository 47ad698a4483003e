// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// One mistake a run, named by the emulator's -append: `in_task null_call`. Tasks `first` and
// `second` share a dispatcher, and it is `second` that makes the mistake.

#include <corten/app.h>

#include "../check.h"

CT_TASK(first, 1, 2);
CT_TASK_WITH(second, 1, uint8_t, 2);
CT_INTERRUPT(high, 2, LINE1);
CT_IDLE(idle);
CT_APP(DISPATCHERS(LINE0), TASKS(first, second, high, idle));

/// The words behind the image's path in the emulator's command line.
static char words[200];
static void read_command_line(void) {
    struct {
        char *text;
        uint32_t length;
    } line = {words, sizeof words - 1};
    register int r0 __asm__("r0") = 0x15; // SYS_GET_CMDLINE
    register void *r1 __asm__("r1") = &line;
    __asm__ volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
}

static bool asked(const char *word) {
    for (const char *at = words; *at; at++) {
        unsigned n = 0;
        while (word[n] && at[n] == word[n]) n++;
        if (!word[n] && (!at[n] || at[n] == ' ')) return true;
    }
    return false;
}

static CT_NOINLINE uint32_t recurse(uint32_t n) {
    volatile uint32_t more = n;
    if (more == 0xFFFFFFFF) return 1;
    return recurse(n + 1) + more;
}

static enum ct_error fails(void) { return CT_TIMEOUT; }

static CT_NOINLINE void make_mistake(void) {
    static volatile uint32_t nowhere = 0xB0000000;
    static void (*volatile null)(void);
    if (asked("null_call")) null();
    if (asked("no_thumb_call")) ((void (*)(void))((uintptr_t)make_mistake & ~1u))();
    if (asked("bad_read")) (void)*(volatile uint32_t *)nowhere;
    if (asked("bad_write")) *(volatile uint32_t *)nowhere = 1;
    if (asked("bad_execute")) ((void (*)(void))(nowhere | 1u))();
    if (asked("undefined")) __asm__ volatile("udf #1");
    if (asked("unaligned"))
        __asm__ volatile("ldmia %0!, {r2, r3}" ::"l"((uintptr_t)words | 1u) : "r2", "r3");
    if (asked("stack_overflow")) recurse(0);
    if (asked("require")) CT_REQUIRE(nowhere == 0, "nowhere must be 0");
    if (asked("assert")) CT_ASSERT(nowhere == 0);
    if (asked("must")) CT_MUST(fails());
    if (asked("panic")) CT_PANIC("this test panics");
    if (asked("unhandled")) {
        ct_port_enable(LINE5_IRQn, CT_PORT_LEVELS);
        ct_port_pend(LINE5_IRQn);
        ct_port_unmask_all();
    }
}

void init(struct init_task self) {
    (void)self;
    read_command_line();
    if (asked("in_init")) make_mistake();
    if (asked("in_interrupt")) ct_port_pend(LINE1_IRQn);
    CT_MUST(first_spawn());
    if (asked("in_task")) CT_MUST(second_spawn(7));
    CT_MUST(first_spawn());
}

void first(struct first_task self) { (void)self; }
void second(struct second_task self, uint8_t message) {
    (void)self;
    if (message == 7) make_mistake();
}
void high(struct high_task self) {
    (void)self;
    make_mistake();
}
void idle(struct idle_task self) {
    (void)self;
    if (asked("in_idle")) make_mistake();
    ct_semihosting_print("nothing happened\n");
    ct_semihosting_exit(3);
}
