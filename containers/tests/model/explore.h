// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Every interleaving of a few contexts, with preemption at every access to shared memory.
///
/// The containers are compiled with CT_MODEL, so each access (and each critical section as a
/// whole) is a step of the explorer. From every state it lets each unfinished context do its next
/// step; states seen before are not entered twice. Interrupts that nest are a subset of these
/// schedules. In each end state the history must be linearizable: there is an order of the
/// operations that respects who had ended before whom began, in which a sequential
/// specification gives the very same results. And no operation may take more than `max_steps`
/// steps of its own in any schedule: nobody waits for somebody who was preempted.
///
/// How a context is preempted without threads: an operation depends only on what it has read. It
/// is run again from its start, what it read before comes from a log, and after one new access it
/// is left by longjmp().
#ifndef CORTEN_TESTS_EXPLORE_H
#define CORTEN_TESTS_EXPLORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum { MODEL_CONTEXTS = 3, MODEL_OPERATIONS = 12, MODEL_MEMORY = 256, MODEL_SPEC = 128 };

struct model {
    const char *name;
    void *memory; ///< the shared object
    size_t memory_size;
    unsigned contexts;
    unsigned operations[MODEL_CONTEXTS]; ///< how many each context does, one after the other
    /// Does operation `n` of a context on the shared object; the result is what the caller sees.
    /// It may touch shared memory by the container's macros only, and have no effect elsewhere.
    uint32_t (*perform)(unsigned context, unsigned n);
    /// Is `result` right for that operation in this state of the specification? Updates the state.
    bool (*specify)(void *spec, unsigned context, unsigned n, uint32_t result);
    size_t spec_size; ///< its first state is all zero
    /// NULL, or whether the shared object is sound in an end state.
    bool (*sound)(void);
    unsigned max_steps; ///< of one operation, its own
};

struct model_report {
    unsigned long states, schedules; ///< distinct states, and end states among them
    unsigned longest;                ///< most steps that one operation took
    const char *violation;           ///< NULL, or what was wrong
    char schedule[256];              ///< the schedule that shows it: a context's number for each step
};

/// Explores all of it, or up to the first violation.
struct model_report model_explore(const struct model *model);

/// Explores, prints a line, and returns 0 or (violation) 1.
int model_check(const struct model *model);

#endif
