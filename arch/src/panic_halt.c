// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/panic.h>

_Noreturn void ct_panic_end(const struct ct_panic_record *record) {
    (void)record; // for the debugger
    for (;;) CT_COMPILER_BARRIER();
}
