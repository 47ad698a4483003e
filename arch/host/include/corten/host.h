// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Virtual time and events of the native port, for models of hardware.
///
///     static struct ct_host_event done;
///     ct_host_schedule(&done, ct_host_now() + 2000, conversion_done, NULL);     // in 2 µs
///
/// Time passes only where the application sleeps or busy-waits, so a run is the same every time.
#ifndef CORTEN_HOST_H
#define CORTEN_HOST_H

#include <corten/compiler.h>

/// Virtual time in nanoseconds since the start.
uint64_t ct_host_now(void);

/// Something that happens at an instant. In static storage.
struct ct_host_event {
    struct ct_host_event *next;
    uint64_t at;
    void (*happen)(void *argument);
    void *argument;
};

/// Queues an event, or moves one that is queued. `happen` runs between two steps of the
/// application, may pend interrupts and schedule events.
void ct_host_schedule(struct ct_host_event *event, uint64_t at, void (*happen)(void *argument),
                      void *argument);

/// Takes an event out of the queue, if it is there.
void ct_host_cancel(struct ct_host_event *event);

/// Lets time pass, a number of nanoseconds, as if the processor were busy: what is due happens, and
/// interrupts come. For models of hardware, whose accesses take time.
void ct_host_pass(uint64_t nanoseconds);

/// The level of an interrupt's wire. As it rises the interrupt becomes pending, and again whenever
/// its handler returns and the wire is still high; a handler that never makes it fall ends the
/// process with a message. It is taken when time passes next, not in the midst of the model that
/// calls this.
void ct_host_line(int irq, bool high);

/// The interrupt that nothing masks: NMI_Handler runs now. Without one the process panics.
void ct_host_nmi(void);

/// The interrupt controller as after a reset of the chip: nothing enabled, pending or masked. The
/// time and the events go on.
void ct_host_reset_interrupts(void);

/// As at the start: no events, nothing pending or masked, the time is 0. For tests of several runs
/// in one process; thread mode.
void ct_host_reset(void);

/// Called before the process sleeps, with the instant of the next event; a board can hold the
/// process there for as long in real time. NULL (the default): virtual time runs free.
extern void (*ct_host_pace)(uint64_t until);

/* ---- counters for the device's <corten/tickless.h>, one for each interrupt line */

void ct_host_counter_prepare(int irq, unsigned bits, uint32_t divider);
void ct_host_counter_start(int irq);
uint32_t ct_host_counter_read(int irq);
void ct_host_counter_alarm(int irq, uint32_t at);

/// Nanoseconds that pass with each read of a counter that runs: 0, or more to test what may happen
/// between two reads.
extern uint32_t ct_host_counter_lag;

#endif
