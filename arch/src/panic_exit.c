// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/panic.h>
#include <corten/semihosting.h>

_Noreturn void ct_panic_end(const struct ct_panic_record *record) {
    ct_panic_print(record);
    ct_semihosting_exit(1);
}
