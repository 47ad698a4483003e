// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Counters that run freely in virtual time, one for each interrupt line, with an alarm.

#include <corten/host.h>
#include <corten/port.h>

static struct counter {
    struct ct_host_event alarm;
    uint64_t start; // virtual time when it began to count
    uint32_t mask, divider;
    bool runs;
} counters[CT_DEVICE_INTERRUPT_COUNT];
uint32_t ct_host_counter_lag;

void ct_host_counter_prepare(int irq, unsigned bits, uint32_t divider) {
    counters[irq] = (struct counter){.mask = ~0u >> (32 - bits), .divider = divider};
}

void ct_host_counter_start(int irq) {
    counters[irq].start = ct_host_now();
    counters[irq].runs = true;
}

static uint64_t ticks_of(const struct counter *counter) {
    return counter->runs ? (ct_host_now() - counter->start) / counter->divider : 0;
}

uint32_t ct_host_counter_read(int irq) {
    const struct counter *counter = &counters[irq];
    const uint32_t value = (uint32_t)ticks_of(counter) & counter->mask;
    if (counter->runs) ct_host_pass(ct_host_counter_lag);
    return value;
}

static void ring(void *counter) { ct_port_pend((int)((struct counter *)counter - counters)); }

void ct_host_counter_alarm(int irq, uint32_t at) {
    struct counter *counter = &counters[irq];
    const uint64_t now = ticks_of(counter);
    uint64_t ahead = (at - (uint32_t)now) & counter->mask;
    if (ahead == 0) ahead = (uint64_t)counter->mask + 1; // it stands there: once more round
    if (counter->runs)
        ct_host_schedule(&counter->alarm, counter->start + (now + ahead) * counter->divider, ring,
                         counter);
}
