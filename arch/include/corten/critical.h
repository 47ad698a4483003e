// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Critical section: nothing else runs on this core.
///
///     CT_CRITICAL { total += n; count += 1; }      // return and break inside it unmask too
///
/// It masks every interrupt, so keep it to a few instructions; between tasks use CT_LOCK, which
/// masks only those that could interfere. Sections nest: the inner one ends in the state in which
/// it began. Any context.
#ifndef CORTEN_CRITICAL_H
#define CORTEN_CRITICAL_H

#include <corten/port.h>

/// Masks interrupts; returns the state before, to be handed to ct_critical_leave().
ct_inline CT_MUST_USE ct_port_mask_t ct_critical_enter(void) { return ct_port_mask(); }

/// Back to the state that ct_critical_enter() returned.
ct_inline void ct_critical_leave(ct_port_mask_t before) { ct_port_unmask(before); }

struct ct_critical_guard_ {
    ct_port_mask_t before;
    bool open;
};
ct_inline void ct_critical_end_(const struct ct_critical_guard_ *guard) {
    ct_port_unmask(guard->before);
}

/// The block behind it runs with interrupts masked:
///
///     for (guard = { mask, open }; guard.open; guard.open = false) { … }     // cleanup unmasks
#define CT_CRITICAL                                                                                \
    for (struct ct_critical_guard_ ct_guard_ __attribute__((cleanup(ct_critical_end_))) =          \
             {ct_port_mask(), true};                                                               \
         ct_guard_.open; ct_guard_.open = false)

#endif
