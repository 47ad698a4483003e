// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A source of the PLIC, the serial port, against the levels of locks and tasks: the threshold follows
// them, so that what may not run does not even interrupt, and all of it runs as soon as it may.

#include <corten/app.h>

#include "../check.h"

CT_IDLE(idle);
CT_TASK(below, 1);
CT_INTERRUPT(serial, 3, UART0);
CT_INTERRUPT(above, 4, SPARE0);
CT_SHARED(uint32_t, low, idle, below);          // ceiling 1
CT_SHARED(uint32_t, level, idle, serial);       // ceiling 3
CT_SHARED(uint32_t, high, idle, serial, above); // ceiling 4

CT_APP(DISPATCHERS(SPARE1), TASKS(idle, below, serial, above));

// The 16550's interrupt enable register: bit 1, "transmitter holding register empty", which it is.
#define IER (*(volatile uint8_t *)0x10000001u)

static volatile uint32_t serials, inside, traps;

void init(struct init_task self) { (void)self; }
void below(struct below_task self) {
    CT_LOCK(self, low, l) *l += 1;
    CHECK_EQUAL(CT_PLIC_THRESHOLD, 1);
    IER = 2;
    ct_port_software_interrupt_(); // time to be taken
    inside = serials;
}
void serial(struct serial_task self) {
    IER = 0;
    CHECK_EQUAL(CT_PLIC_THRESHOLD, 3);
    serials++;
    ct_port_pend(SPARE0_IRQn);
    CHECK_EQUAL(CT_PLIC_THRESHOLD, 3);
    CT_LOCK(self, high, h) {
        *h += 1;
        CHECK_EQUAL(CT_PLIC_THRESHOLD, 4);
    }
}
void above(struct above_task self) {
    (void)self;
    CHECK_EQUAL(CT_PLIC_THRESHOLD, 4);
    traps++;
}
static void wait_a_little(void) {
    for (volatile unsigned n = 0; n < 2000; n = n + 1) {}
}
void idle(struct idle_task self) {
    CHECK_EQUAL(CT_PLIC_THRESHOLD, 0);
    IER = 2;
    wait_a_little();
    CHECK(serials == 1 && traps == 1);

    CT_LOCK(self, low, l) { // below its level: it comes
        *l = 0;
        IER = 2;
        wait_a_little();
        CHECK_EQUAL(serials, 2);
        CHECK_EQUAL(CT_PLIC_THRESHOLD, 1);
    }
    CT_LOCK(self, level, l) { // at its level: it waits, the one above does not
        *l = 0;
        IER = 2;
        wait_a_little();
        CHECK_EQUAL(serials, 2);
        CHECK_EQUAL(CT_PLIC_THRESHOLD, 3);
        ct_port_pend(SPARE0_IRQn);
        CHECK_EQUAL(traps, 3);
    }
    wait_a_little();
    CHECK_EQUAL(serials, 3);
    CHECK_EQUAL(traps, 4);
    CHECK_EQUAL(CT_PLIC_THRESHOLD, 0);

    CT_MUST(below_spawn()); // it comes inside a task of priority 1
    wait_a_little();
    CHECK_EQUAL(serials, 4);
    CHECK_EQUAL(inside, 4);
    DONE();
}
