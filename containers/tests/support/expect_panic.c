// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "expect_panic.h"

#include <corten/panic.h>
#include <stdio.h>
#include <stdlib.h>

jmp_buf expect_panic_back;
bool expect_panic_armed;
const char *expect_panic_message;

_Noreturn void ct_panic(const struct ct_panic_site *site) {
    if (expect_panic_armed) {
        expect_panic_armed = false;
        expect_panic_message = site->message;
        longjmp(expect_panic_back, 1);
    }
    printf("panic: %s (%s:%u)\n", site->message, site->file, (unsigned)site->line);
    fflush(stdout);
    abort();
}

// What the critical section of these tests counts.
unsigned critical_depth, critical_sections;
