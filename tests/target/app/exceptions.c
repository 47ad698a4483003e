// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Tasks bound to exceptions of the core: an `svc` runs its task before the next statement, faults have
// their priorities, and locks keep those out that were pended.

#include <corten/app.h>

#include "../check.h"

CT_IDLE(idle);
CT_TASK(low, 1);
CT_INTERRUPT(service, 2, SVC);
CT_SHARED(uint32_t, count, idle, low, service);
#if CT_PORT_HAS_BASEPRI
CT_INTERRUPT(divided, 3, UsageFault);
CT_INTERRUPT(memory, 3, MemManage);
CT_INTERRUPT(bus, 4, BusFault);
CT_SHARED(uint32_t, faults, idle, divided, memory);
CT_APP(DISPATCHERS(PendSV), TASKS(idle, low, service, divided, memory, bus));
#else
CT_APP(DISPATCHERS(PendSV), TASKS(idle, low, service));
#endif

static unsigned order;
static void note(unsigned n) { order = order * 10 + n; }

void init(struct init_task self) {
    (void)self;
    CT_MUST(low_spawn());
}

void low(struct low_task self) {
    CT_LOCK(self, count, c) *c += 1;
    note(1);
    __asm__ volatile("svc 1" ::: "memory"); // more urgent: runs at once
    note(2);
}
void service(struct service_task self) {
    CT_LOCK(self, count, c) *c += 10;
    note(3);
}

#if CT_PORT_HAS_BASEPRI
#    define CCR             CT_REGISTER_(0xE000ED14u) // DDI 0403E, B3.2.8
#    define CCR_DIV_0_TRAP  (1u << 4)
void divided(struct divided_task self) {
    CT_LOCK(self, faults, f) *f += 1;
    CCR &= ~CCR_DIV_0_TRAP; // the division is done again, and gives 0
    CT_SCB_CFSR = CT_SCB_CFSR;
    note(4);
}
void memory(struct memory_task self) {
    CT_LOCK(self, faults, f) *f += 10;
    note(5);
}
void bus(struct bus_task self) {
    (void)self;
    note(6);
}
#endif

void idle(struct idle_task self) {
    CHECK_EQUAL(order, 132);
    order = 0;
    __asm__ volatile("svc 2" ::: "memory");
    CHECK_EQUAL(order, 3);
    CT_LOCK(self, count, c) CHECK_EQUAL(*c, 21);
#if CT_PORT_HAS_BASEPRI
    order = 0;
    CT_LOCK(self, count, c) { // up to 2: SVC waits when it is pended, the faults do not
        ct_port_pend(SVC_IRQn);
        CHECK_EQUAL(*c, 21);
        ct_port_pend(MemManage_IRQn);
        CHECK_EQUAL(order, 5);
    }
    CHECK_EQUAL(order, 53);

    order = 0;
    CT_LOCK(self, faults, f) {
        ct_port_pend(MemManage_IRQn);
        CHECK_EQUAL(*f, 10);
        ct_port_pend(BusFault_IRQn); // above the ceiling
        CHECK_EQUAL(order, 6);
    }
    CHECK_EQUAL(order, 65);

    order = 0;
    CCR |= CCR_DIV_0_TRAP;
    volatile uint32_t by = 0, result = 7;
    result = 100 / by;
    CHECK_EQUAL(result, 0);
    CHECK_EQUAL(order, 4);
    CT_LOCK(self, faults, f) CHECK_EQUAL(*f, 21);
#endif
    DONE();
}
