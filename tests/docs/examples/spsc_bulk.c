// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/spsc.c
#include <corten/spsc.h>

#include <assert.h>

static CT_SPSC(uint8_t, 5) queue;

int main(void) {
    uint8_t buffer[12] = {1, 2, 3, 4, 5, 6};
    unsigned sum = 0;
    //@ 1
    //@ 3
    assert(taken == 5 && sum == 1 + 2 + 3 + 4 + 5);
    //@ 2
    assert(got == 5 && ct_spsc_is_empty(&queue));
}
