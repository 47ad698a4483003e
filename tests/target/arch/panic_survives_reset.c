// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A panic, then a fault, each followed by the reset that PANIC reset makes; what is kept of them is
// read after it. An ordinary reset leaves nothing new.

#include <corten/app.h>
#include <corten/layout.h>
#include <corten/reset.h>

#include "../check.h"

CT_TASK(first, 1);
CT_TASK(second, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(first, second));

static struct {
    uint32_t magic, boot;
} state CT_NO_INIT;
static uint32_t initialised = 5, zeroed;

static bool same(const char *a, const char *b) {
    while (*a && *a == *b) a++, b++;
    return *a == *b;
}

void init(struct init_task self) {
    (void)self;
    CHECK_EQUAL(initialised, 5); // a reset starts over
    CHECK_EQUAL(zeroed, 0);
    initialised = zeroed = 77;
    if (state.magic != 0xB007) state.magic = 0xB007, state.boot = 0;
    say("boot ", state.boot);
    const struct ct_panic_record *last = ct_panic_last();
    switch (state.boot++) {
    case 0: CHECK(!last); break;
    case 1:
        CHECK(last);
        ct_panic_print(last);
        CHECK(same(last->message, "once") && same(last->task, "second") && last->line > 0);
        ct_panic_forget();
        CHECK(!ct_panic_last());
        ct_reset();
    case 2: CHECK(!last); break;
    case 3:
        CHECK(last);
#ifdef __ARM_ARCH_6M__
        CHECK(same(last->message, "access to a bad or unaligned address, or an undefined instruction"));
#else
        CHECK(same(last->message, "undefined instruction"));
#endif
        CHECK(same(last->task, "second"));
        CHECK(!last->file && last->exception == 16);
        CHECK(last->registers[CT_PANIC_PC] != 0);
        ((volatile uint32_t *)last)[4] ^= 1; // one bit tips over in the record
        CHECK(!ct_panic_last());
        DONE();
    default: CHECK(false);
    }
    CT_MUST(first_spawn());
    CT_MUST(second_spawn());
}

void first(struct first_task self) { (void)self; }
void second(struct second_task self) {
    (void)self;
    if (state.boot == 1) CT_PANIC("once");
    __asm__ volatile("udf #3");
}
