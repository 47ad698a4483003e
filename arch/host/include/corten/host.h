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

/// Called before the process sleeps, with the instant of the next event; a board can hold the
/// process there for as long in real time. NULL (the default): virtual time runs free.
extern void (*ct_host_pace)(uint64_t until);

#endif
