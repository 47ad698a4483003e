// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The sweep itself: it finds an increment that an interrupt can split (BROKEN), and finds nothing
// where the interrupt is kept out.

#include "../sweep.h"

SWEEP_IS_POSSIBLE;

static volatile uint32_t counter;

static void prepare(void) { counter = 0; }

static void operation(void) {
#ifdef BROKEN
    counter = counter + 1;
#else
    const ct_port_mask_t before = ct_port_mask();
    counter = counter + 1;
    ct_port_unmask(before);
#endif
}

void GPIOA_Handler(void);
void GPIOA_Handler(void) { counter = counter + 1; }

static bool holds(void) { return counter == 2; }

int main(void) {
    const struct sweep all = {"increment", GPIOA_IRQn, prepare, operation, holds};
    ct_semihosting_exit(sweep_run(&all, 8) ? 0 : 1);
}
