// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Somebody's application: one task that greets, on a chip and on the host.

#include <corten/app.h>
#include <corten/semihosting.h>

CT_TASK_WITH(greet, 1, uint32_t, 2);
CT_APP(DISPATCHERS(GPIOB), TASKS(greet));

void init(struct init_task self) {
    (void)self;
    CT_MUST(greet_spawn(42));
}

void greet(struct greet_task self, uint32_t number) {
    (void)self;
    ct_semihosting_print("hello from outside, ");
    ct_semihosting_print_u32(number);
    ct_semihosting_print("\n");
    ct_semihosting_exit(0);
}
