// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//@ 1

#include <assert.h>

static unsigned runs = 3;
//@ 2-4
unsigned ct_explore_fired_(int irq) { return irq == GPIOA_IRQn ? 3 : 0; } // of the explorer
int main(void) { assert(ct_explore_holds()); }
