// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// skip: 4-6
#include <corten/blocks.h>

#include <assert.h>

int main(void) {
    //@ 1-3
    assert(next == 1 && ct_blocks_next(head, link, modulus) == 7);
    // The drawing: 2 → 0 → end, of four blocks.
    assert(ct_blocks_link(2, 0, modulus) == 253 && ct_blocks_link(0, 4, modulus) == 3);
}
