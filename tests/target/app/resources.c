// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Resources beyond the plain lock: helpers that serve tasks of different priorities, values that init
// gives, what is only read, initial values, ceilings.

#include <corten/app.h>

#include "../check.h"

struct config {
    uint32_t gain;
    uint8_t table[3];
};

CT_IDLE(idle);
CT_TASK(low, 1);
CT_TASK(mid, 2);
CT_INTERRUPT(high, 3, GPIOC);
CT_INTERRUPT(top, CT_PORT_LEVELS, GPIOD);

CT_SHARED(uint32_t, count, idle, low, mid, high) = 5;
CT_SHARED(uint32_t, most, low, top);
CT_SHARED(LATE(struct config), late, low, high);
CT_READ_ONLY(LATE(struct config), config, idle, low, high);
CT_READ_ONLY(uint32_t, factor, low, mid) = 3;
CT_LOCAL(LATE(const char *), text, low);
CT_LOCAL(struct { uint32_t runs[2]; }, own, idle) = {{40, 41}};

CT_TASK(sibling, 1);
CT_LOCK_FREE(LATE(uint32_t), of_two, low, sibling);

CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(idle, low, mid, high, top, sibling));

_Static_assert(CT_CEILING(count) == 3 && CT_CEILING(most) == CT_PORT_LEVELS, "the highest of its tasks");
_Static_assert(sizeof(struct count_key) == 0, "a right costs nothing to hand on");

static volatile unsigned highs, tops;
static uint32_t seen;

void init(struct init_task self) {
    CT_SET(self, config, ((struct config){7, {1, 2, 3}}));
    struct config *const in_place = CT_SET_UP(self, late);
    for (uint8_t n = 0; n < 3; n++) in_place->table[n] = n;
    CT_SET(self, text, "set by init");
    CT_SET(self, of_two, 9);
    CT_SET(self, count, *CT_SET_UP(self, count) + 1); // not late: it may be set all the same
    CHECK_EQUAL(*CT_READ_ONLY_OF(self, factor), 3);
}

// A helper with a right to one resource: whoever calls it, what could interfere waits.
__attribute__((noinline)) static void add(struct count_key key, uint32_t n) {
    const unsigned before = highs;
    CT_LOCK(key, count, c) {
        *c += n;
        ct_port_pend(GPIOC_IRQn);
        CHECK_EQUAL(highs, before);
        seen = *c;
    }
}

// One for any resource of a type, called or inlined.
typedef CT_LOCKABLE(uint32_t) lockable;
__attribute__((noinline)) static void double_it(lockable which) {
    const unsigned before = highs, before_top = tops;
    CT_LOCK_ANY(which, w) {
        *w *= 2;
        ct_port_pend(GPIOC_IRQn);
        ct_port_pend(GPIOD_IRQn);
        CHECK_EQUAL(highs, before);
        if (which.ceiling_ == CT_PORT_LEVELS) CHECK_EQUAL(tops, before_top);
    }
}
ct_inline bool double_inline(lockable which) {
    CT_LOCK_ANY(which, w) {
        *w *= 2;
        if (*w > 10) return true; // unlocks too
    }
    return false;
}

void high(struct high_task self) {
    highs++;
    CT_LOCK(self, count, c) *c += 100;
    CT_LOCK(self, late, l) l->gain++;
}
void top(struct top_task self) {
    tops++;
    CT_LOCK(self, most, m) *m += 1;
}

void low(struct low_task self) {
    CHECK_EQUAL(*CT_READ_ONLY_OF(self, factor), 3);
    const char *const *text = CT_LOCAL_OF(self, text);
    CHECK(**text == 's');
    CHECK_EQUAL(++*CT_LOCK_FREE_OF(self, of_two), 10);
    CT_LOCK(self, late, l) CHECK(l->table[2] == 2);

    highs = 0;
    add(CT_KEY(self, count), 4);
    CHECK_EQUAL(seen, 10);
    CHECK_EQUAL(highs, 1);
    CT_LOCK(self, count, c) CHECK_EQUAL(*c, 110);

    CT_LOCK(self, count, c) *c = 3;
    double_it(CT_LOCKABLE_OF(lockable, self, count));
    CHECK_EQUAL(highs, 2);
    CT_LOCK(self, count, c) CHECK_EQUAL(*c, 106);
    CT_LOCK(self, most, m) *m = 4;
    double_it(CT_LOCKABLE_OF(lockable, self, most));
    CT_LOCK(self, most, m) CHECK_EQUAL(*m, 9);
    CHECK(double_inline(CT_LOCKABLE_OF(lockable, self, most)));
    ct_port_pend(GPIOD_IRQn);
    CT_LOCK(self, most, m) CHECK_EQUAL(*m, 19);
    CT_MUST(sibling_spawn());
}
void sibling(struct sibling_task self) { CHECK_EQUAL(++*CT_LOCK_FREE_OF(self, of_two), 11); }

void mid(struct mid_task self) {
    CT_LOCK(self, count, c) { // the helper's lock inside this one does not end it
        *c = 20;
        add(CT_KEY(self, count), *CT_READ_ONLY_OF(self, factor));
        CHECK_EQUAL(*c, 23);
    }
    CT_LOCK(self, count, c) CHECK_EQUAL(*c, 123);
}

void idle(struct idle_task self) {
    CHECK_EQUAL(CT_LOCAL_OF(self, own)->runs[1], 41);
    CHECK_EQUAL(CT_READ_ONLY_OF(self, config)->table[1] + CT_READ_ONLY_OF(self, config)->gain, 9);
    CT_LOCK(self, count, c) CHECK_EQUAL(*c, 6);
    CT_MUST(low_spawn());
    CT_MUST(mid_spawn());
    highs = 0;
    add(CT_KEY(self, count), 1); // the very first lock of thread mode is by a key
    CHECK_EQUAL(highs, 1);
    CHECK_EQUAL(seen, 124);
    DONE();
}
