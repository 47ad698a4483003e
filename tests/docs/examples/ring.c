// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// skip: 7-9
#include <corten/ring.h>

#include <assert.h>

int main(void) {
    //@ 1-6
    assert(slots[0] == 42 && head == 0 && tail == 1 && span == 10);
    for (uint32_t n = 0; n < 10; n++) assert(ct_ring_slot(n, 5, span) == n % 5);
    assert(ct_ring_next(9, span) == 0 && ct_ring_is_full(3, 8, 5, span));
}
