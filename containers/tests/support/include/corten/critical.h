// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A critical section without a port, for unit tests: it counts how deep it is. In a model
/// (CT_MODEL) it is one step of the explorer.
#ifndef CORTEN_CRITICAL_H
#define CORTEN_CRITICAL_H

#include <corten/compiler.h>

#ifdef CT_MODEL
void ct_model_enter(void);
void ct_model_leave(void);
#else
extern unsigned critical_depth, critical_sections;
ct_inline void ct_model_enter(void) { critical_depth++, critical_sections++; }
ct_inline void ct_model_leave(void) { critical_depth--; }
#endif

ct_inline CT_MUST_USE uint32_t ct_critical_enter(void) {
    ct_model_enter();
    return 0;
}
ct_inline void ct_critical_leave(uint32_t before) {
    (void)before;
    ct_model_leave();
}

#endif
