// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// init runs and can end the program.

#include "conformance.h"

CT_APP(DISPATCHERS(), TASKS());

void init(struct init_task self) {
    static uint32_t x = 0;
    (void)self;
    (void)x;
    SAY("init");
    EXIT();
}
