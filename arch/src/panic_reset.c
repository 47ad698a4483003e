// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/panic.h>
#include <corten/reset.h>

_Noreturn void ct_panic_end(const struct ct_panic_record *record) {
    (void)record; // it lies in no-init RAM, for ct_panic_last() after the reset
    ct_reset();
}
