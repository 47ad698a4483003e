// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A counter under lock at three priorities, and a pair that must never be seen torn.
#include <corten/app.h>
#include <corten/explore.h>

struct pair {
    uint32_t a, b;
};

CT_IDLE(idle);
CT_INTERRUPT(low, 1, GPIOA);
CT_INTERRUPT(mid, 2, GPIOB);
CT_INTERRUPT(high, 3, GPIOC);
CT_SHARED(uint32_t, counter, idle, low, mid, high); // ceiling 3
CT_SHARED(struct pair, pair, idle, low, mid);       // ceiling 2

CT_APP(DISPATCHERS(), TASKS(idle, low, mid, high));

static bool torn;

void init(struct init_task self) { (void)self; }

void low(struct low_task self) {
    CT_LOCK(self, pair, p) {
        p->a++;
        CT_LOCK(self, counter, c) *c += 1; // a higher ceiling inside, and back to the lower
        p->b++;
    }
}
void mid(struct mid_task self) {
    CT_LOCK(self, pair, p) {
        if (p->a != p->b) torn = true;
        p->a++;
        p->b++;
    }
    CT_LOCK(self, counter, c) *c += 1;
}
void high(struct high_task self) { CT_LOCK(self, counter, c) *c += 1; }

void idle(struct idle_task self) {
    CT_LOCK_ALL(self, (counter, c), (pair, p)) {
        *c += 1;
        if (p->a != p->b) torn = true;
    }
    CT_LOCK(self, counter, c) {
        CT_LOCK(self, pair, p) { // a lower ceiling inside lets nobody in
            p->a++;
            *c += 1;
            p->b++;
        }
    }
    for (;;) ct_port_wait();
}

bool ct_explore_holds(void) {
    const unsigned fired = CT_EXPLORE_FIRED(GPIOA) + CT_EXPLORE_FIRED(GPIOB) + CT_EXPLORE_FIRED(GPIOC);
    return counter_shared == 2 + fired && !torn && pair_shared.a == pair_shared.b;
}
