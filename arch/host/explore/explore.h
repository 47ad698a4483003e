// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The explorer's parts: search.c places interrupts, checks.c watches, symbols.c gives names.
#ifndef CORTEN_EXPLORE_PARTS_H
#define CORTEN_EXPLORE_PARTS_H

#include "../src/model.h"

#include <stddef.h>
#include <stdint.h>

enum {
    EXPLORE_SOURCES = 8,
    EXPLORE_DECISIONS = 4096, ///< choices of one execution
    EXPLORE_STEPS = 200000,   ///< places of one execution: more means that it does not end
    EXPLORE_LOOK = 10000,     ///< nanoseconds of virtual time that may pass while it is read
    EXPLORE_NESTING = 34,     ///< levels, and thread mode
    EXPLORE_WAITING = 300,    ///< runs that may wait in one priority
};

/// The static memory of the program: what is shared lies in it, and it is put back before each
/// execution.
extern char *explore_memory;
extern size_t explore_memory_size;

/// Ends the exploration: what is wrong, and how it came to it.
_Noreturn void explore_violation(const char *format, ...) __attribute__((format(printf, 1, 2)));

/// Every access to static memory, before it happens. `offset` into explore_memory, `pc` in whose code.
void explore_access(size_t offset, size_t size, bool writes, const void *pc);

/// What runs now keeps out everything up to this level; CT_HOST_ALL when masked.
static inline unsigned explore_urgency(void) {
    if (ct_host_core.masked) return CT_HOST_ALL;
    return ct_host_core.level > ct_host_core.ceiling ? ct_host_core.level : ct_host_core.ceiling;
}

/// "idle", "GPIOA (level 2)": who runs now.
const char *explore_who(void);

/* ---- checks.c */

void checks_prepare(void);        ///< once
void checks_begin_execution(void);
void checks_event(enum ct_explore_event event, unsigned which);
void checks_access(size_t offset, bool writes);
void checks_end_execution(void);  ///< it sleeps, and nothing comes any more

/* ---- symbols.c */

struct explore_symbol {
    const char *name;
    size_t offset, size;
};
/// The objects in static memory, by address.
const struct explore_symbol *explore_symbols(size_t *count);
/// The object at an offset, "static memory" where there is none.
const char *explore_name_of(size_t offset);
/// "function at file:line" of a place in the code.
const char *explore_place_of(const void *address);

#endif
