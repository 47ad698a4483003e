// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The model of the interrupt controller, for the explorer (arch/host/explore), which is told of
/// everything that happens to it.
#ifndef CORTEN_HOST_MODEL_H
#define CORTEN_HOST_MODEL_H

#include <corten/compiler.h>
#include <corten/port.h>

enum { CT_HOST_CORE = 16, CT_HOST_LINES = CT_HOST_CORE + CT_DEVICE_INTERRUPT_COUNT };

/// What a line of the vector table and of the interrupt controller is on a chip, by exception number.
struct ct_host_line {
    void (*call)(void);
    const char *name;
    unsigned level; // 0: not enabled
    bool pending;
    bool high; // the wire, of what asks by level
};
extern struct ct_host_line ct_host_lines[CT_HOST_LINES];

struct ct_host_core {
    bool masked;
    unsigned ceiling; // what a lock has raised the core to
    unsigned level;   // of the handler that runs; 0 in thread mode
    unsigned active;  // its exception number
};
extern struct ct_host_core ct_host_core;

/// Takes interrupts for as long as one may preempt.
void ct_host_take(void);

/// Whether anything is scheduled, and lets the soonest happen now.
bool ct_host_has_event(void);
bool ct_host_has_event_within(uint64_t nanoseconds);
void ct_host_let_happen(void);

enum ct_explore_event {
    CT_EXPLORE_PENDED,  ///< a line; it has not been taken yet
    CT_EXPLORE_BEGINS,  ///< a line's handler, as the active exception
    CT_EXPLORE_ENDS,    ///< the same
    CT_EXPLORE_CLOSES,  ///< a section that masks up to a level is about to begin; CT_HOST_ALL: everything
    CT_EXPLORE_CLOSED,  ///< it has begun
    CT_EXPLORE_OPENS,   ///< it has ended; nothing that waited has run yet
    CT_EXPLORE_SLEEPS,  ///< thread mode sleeps, with nothing pending
    CT_EXPLORE_RELAXES, ///< somebody is inside a busy wait
    CT_EXPLORE_LOOKS,   ///< virtual time is about to be read
};
enum { CT_HOST_ALL = 99 };

/// The explorer's ear; absent from ordinary native programs.
CT_WEAK void ct_explore_event(enum ct_explore_event event, unsigned which);

#endif
