// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Exploration: a native application under every placement of its interrupts.
///
///     #include <corten/explore.h>     // its source needs nothing of this but to say more
///
///     bool ct_explore_holds(void) {   // asked at the end of every execution
///         return runs == CT_EXPLORE_FIRED(GPIOA);
///     }
///
/// and in CMake, `corten_add_exploration(NAME SOURCES app.c INTERRUPTS GPIOA:2 GPIOB:1 time:3)`:
/// GPIOA comes up to twice, GPIOB once, the next event of virtual time (a tick) three times.
///
/// The application is executed once for every way to place them. A placement is made before an
/// access to static memory that two priorities touch and one of them writes, and where a lock or a
/// masked section begins: before it, and inside it, where the interrupt has to wait. Anywhere else
/// an interrupt does the same as at the next such place, and one that cannot be taken yet the same
/// as where it first can. Virtual time also goes on where it is read, by whomever, up to 10 µs. Which memory is shared is learnt: it starts with none and begins anew
/// until no execution shows any more. An execution ends where the application sleeps and no further
/// interrupt comes; interrupts beyond the given numbers are the bound, and a copy of a struct counts
/// as one access.
///
/// What is checked in every execution:
///
/// - mutual exclusion: whoever touches a shared resource that is written after init has made itself
///   at least as urgent as everyone who touches it, and no task begins inside a lock that is for it;
/// - FIFO: the runs of a priority begin in the order in which they were sent for;
/// - no lost message, no lost wake-up: at no sleep is a run waiting;
/// - bounded priority inversion: what is pending waits for at most one section of less urgent tasks;
/// - it ends: no execution goes on without sleeping;
/// - what the application says: panics, an exit status that is not 0, ct_explore_holds().
#ifndef CORTEN_EXPLORE_H
#define CORTEN_EXPLORE_H

#include <corten/port.h>

/// Given by the application, if it wants: whether all is well at the end of an execution, when it
/// sleeps and nothing comes any more. It may read everything and must not call the framework.
CT_WEAK bool ct_explore_holds(void);

/// How often an interrupt of the list was placed in this execution.
#define CT_EXPLORE_FIRED(irq) (ct_explore_fired_(irq##_IRQn))
unsigned ct_explore_fired_(int irq);

#endif
