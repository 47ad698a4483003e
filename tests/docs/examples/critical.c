// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/critical.h>

#include <assert.h>

static unsigned total, count, seen;
void TIM2_Handler(void) { seen = count; }
static void add(unsigned n) {
    //@ 1
    CT_CRITICAL {
        ct_port_pend(TIM2_IRQn);
        assert(!seen);
        return;
    }
}
int main(void) {
    ct_port_enable(TIM2_IRQn, 1);
    add(3);
    assert(total == 3 && seen == 1);
}
