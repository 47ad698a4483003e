// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// What a lock keeps out, from its first use on, and until when: the mistakes of published kernels,
// one by one.

#include <corten/app.h>
#include <corten/critical.h>

#include "../check.h"

CT_IDLE(idle);
CT_TASK(low, 1);
CT_INTERRUPT(mid, 2, GPIOB);
CT_INTERRUPT(high, 3, GPIOC);
CT_INTERRUPT(top, CT_PORT_LEVELS, GPIOD);

CT_SHARED(uint32_t, one, idle, low, mid);  // ceiling 2
CT_SHARED(uint32_t, two, low, mid, high);  // ceiling 3
CT_SHARED(uint32_t, most, low, top);       // the highest that there is

CT_APP(DISPATCHERS(GPIOA), TASKS(idle, low, mid, high, top));

static volatile unsigned mids, highs, tops, order;

void init(struct init_task self) {
    // init is above every ceiling: locks cost nothing and hold
    ct_port_pend(GPIOD_IRQn);
    CT_LOCK_ALL(self, (one, a), (two, b), (most, c)) *a = *b = *c = 1;
    CHECK_EQUAL(tops, 0);
}

void mid(struct mid_task self) {
    mids++;
    order = order * 10 + 2;
    CT_LOCK(self, one, a) *a += 1;
    CT_LOCK(self, two, b) *b += 1;
}
void high(struct high_task self) {
    highs++;
    order = order * 10 + 3;
    CT_LOCK(self, two, b) *b += 1;
}
void top(struct top_task self) {
    tops++;
    CT_LOCK(self, most, m) *m += 1;
}

static unsigned leave_by_return(struct low_task self) {
    CT_LOCK(self, two, b) {
        ct_port_pend(GPIOC_IRQn);
        return *b;
    }
    return 0;
}

void low(struct low_task self) {
    // a lock inside one with a higher ceiling does not lower it, neither inside nor at its end
    mids = highs = order = 0;
    CT_LOCK(self, two, b) {
        *b = 5;
        CT_LOCK(self, one, a) {
            *a = 6;
            ct_port_pend(GPIOB_IRQn);
            ct_port_pend(GPIOC_IRQn);
            CHECK(mids == 0 && highs == 0);
        }
        CHECK(mids == 0 && highs == 0);
        CHECK_EQUAL(*b, 5);
    }
    CHECK_EQUAL(order, 32);

    // one with a higher ceiling inside: at its end the lower is back, exactly
    mids = highs = order = 0;
    CT_LOCK(self, one, a) {
        CT_LOCK(self, two, b) {
            ct_port_pend(GPIOB_IRQn);
            ct_port_pend(GPIOC_IRQn);
            *b += *a;
            CHECK(mids == 0 && highs == 0);
        }
        CHECK(highs == 1 && mids == 0);
    }
    CHECK(highs == 1 && mids == 1);

    // what is above the ceiling goes on
    mids = highs = tops = 0;
    CT_LOCK(self, one, a) {
        *a += 1;
        ct_port_pend(GPIOC_IRQn);
        CHECK_EQUAL(highs, 1);
        ct_port_pend(GPIOD_IRQn);
        CHECK_EQUAL(tops, 1);
    }

    // the highest ceiling, which BASEPRI cannot express
    tops = 0;
    CT_LOCK(self, most, m) {
        *m = 70;
        ct_port_pend(GPIOD_IRQn);
        CHECK(tops == 0 && *m == 70);
    }
    CHECK_EQUAL(tops, 1);

    // every way out of the block ends the lock
    highs = 0;
    CHECK(leave_by_return(self) > 0);
    CHECK_EQUAL(highs, 1);
    for (unsigned n = 0; n < 2; n++) {
        CT_LOCK(self, two, b) {
            ct_port_pend(GPIOC_IRQn);
            if (*b) break;
            CHECK(false);
        }
        CHECK_EQUAL(highs, 2 + n);
    }
    for (unsigned n = 0; n < 2; n++) {
        CT_LOCK_ALL(self, (one, a), (two, b)) {
            ct_port_pend(GPIOC_IRQn);
            if (*a && *b) continue;
            CHECK(false);
        }
        CHECK_EQUAL(highs, 4 + n);
    }
    CT_LOCK(self, two, b) {
        ct_port_pend(GPIOC_IRQn);
        if (*b) goto out;
    }
out:
    CHECK_EQUAL(highs, 6);

    // several at once: up to the highest of them, no further
    mids = highs = tops = 0;
    CT_LOCK_ALL(self, (one, a), (two, b)) {
        ct_port_pend(GPIOB_IRQn);
        ct_port_pend(GPIOC_IRQn);
        *a = *b = 9;
        CHECK(mids == 0 && highs == 0);
    }
    CHECK(mids == 1 && highs == 1);

    // a critical section keeps out everything, and nests
    tops = 0;
    CT_CRITICAL {
        CT_CRITICAL { ct_port_pend(GPIOD_IRQn); }
        CHECK_EQUAL(tops, 0);
    }
    CHECK_EQUAL(tops, 1);
}

void idle(struct idle_task self) {
    // BASEPRI is 0 here: the very first lock takes effect
    mids = 0;
    CT_LOCK(self, one, a) {
        *a = 3;
        ct_port_pend(GPIOB_IRQn);
        CHECK(mids == 0 && *a == 3);
    }
    CHECK_EQUAL(mids, 1);
    CT_MUST(low_spawn());
    DONE();
}
