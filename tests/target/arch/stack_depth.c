// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The measured depth follows what is used: at least the buffer that a function has on the stack,
// at most a little more; and an interrupt's share is seen too.

#include <corten/port.h>
#include <corten/stack.h>

#include "../check.h"

static CT_NOINLINE void use_stack(unsigned words) {
    volatile uint32_t buffer[200];
    for (unsigned i = 200 - words; i < 200; i++) buffer[i] = i;
    (void)buffer[0];
}

void GPIOA_Handler(void);
void GPIOA_Handler(void) { use_stack(200); }

int main(void) {
    CHECK_EQUAL(ct_stack_size(), 2048);
    CHECK_EQUAL(ct_stack_used(), 2048); // nothing painted
    ct_stack_paint();
    const size_t before = ct_stack_used();
    CHECK(before < 200);
    CHECK_EQUAL(ct_stack_used(), before);
    use_stack(200);
    const size_t after = ct_stack_used();
    CHECK(after >= 800);
    CHECK(after < 800 + 200);
    ct_stack_paint();
    CHECK(ct_stack_used() < 200);
    ct_port_enable(GPIOA_IRQn, 1);
    ct_port_pend(GPIOA_IRQn);
    CHECK(ct_stack_used() >= 800 + 32); // the interrupt's frame of 8 words on top
    DONE();
}
