// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/sequence.h>

#include <assert.h>

static uint32_t erased;
static void erase(uint32_t at, uint32_t count) { erased += at + count; }

int main(void) {
    uint32_t at = 2, count = 3, first = 5;
    uint32_t const length = 5, capacity = 7;
    //@ 1
    at = 0xFFFFFFFFu, count = 2;
    //@ 1
    assert(erased == 5);
    //@ 2-3
    assert(slot == 1 && parent == 4);
}
