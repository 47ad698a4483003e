// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Three hardware tasks and idle pend each other, inside and outside of locks of three ceilings.

#include "conformance.h"

CT_IDLE(idle);
CT_INTERRUPT(t0, 2, GPIOA);
CT_INTERRUPT(t1, 3, GPIOB);
CT_INTERRUPT(t2, 4, GPIOC);
CT_SHARED(uint32_t, s2, idle, t0);
CT_SHARED(uint32_t, s3, idle, t0, t1);
CT_SHARED(uint32_t, s4, t1, t2);
CT_LOCAL(uint32_t, times0, t0);
CT_LOCAL(uint32_t, times1, t1);
CT_LOCAL(uint32_t, times2, t2);
CT_APP(DISPATCHERS(), TASKS(idle, t0, t1, t2));
_Static_assert(CT_CEILING(s2) == 2 && CT_CEILING(s3) == 3 && CT_CEILING(s4) == 4, "");

void init(struct init_task self) {
    (void)self;
    SAY("init");
}

static void pend_all(void) {
    SAY("idle pend t0");
    ct_port_pend(GPIOA_IRQn);
    SAY("idle pend t1");
    ct_port_pend(GPIOB_IRQn);
    SAY("idle pend t2");
    ct_port_pend(GPIOC_IRQn);
}

void idle(struct idle_task self) {
    SAY("idle p0 started");
    ct_port_pend(GPIOC_IRQn);
    CT_LOCK(self, s3, s) {
        SAY("idle enter lock s3 ", *s);
        pend_all();
        SAY("idle still in lock s3 ", *s);
    }
    SAY("\nback in idle");
    CT_LOCK(self, s2, s) {
        SAY("enter lock s2 ", *s);
        pend_all();
        SAY("idle still in lock s2 ", *s);
    }
    SAY("\nidle exit");
    EXIT();
}

#define CALLED(text, times) SAY(text " called ", times, times > 1 ? " times" : " time")

void t0(struct t0_task self) {
    uint32_t *times = CT_LOCAL_OF(self, times0);
    *times += 1;
    CALLED("t0 p2", *times);
    SAY("t0 p2 exit");
}

void t1(struct t1_task self) {
    uint32_t *times = CT_LOCAL_OF(self, times1);
    *times += 1;
    CALLED("t1 p3", *times);
    CT_LOCK(self, s4, s) {
        SAY("t1 enter lock s4 ", *s);
        SAY("t1 pend t0");
        ct_port_pend(GPIOA_IRQn);
        SAY("t1 pend t2");
        ct_port_pend(GPIOC_IRQn);
        SAY("t1 still in lock s4 ", *s);
    }
    SAY("t1 p3 exit");
}

void t2(struct t2_task self) {
    uint32_t *times = CT_LOCAL_OF(self, times2);
    *times += 1;
    CALLED("t2 p4", *times);
    CT_LOCK(self, s4, s) {
        SAY("enter lock s4 ", *s);
        *s += 1;
    }
    SAY("t3 p4 exit");
}
