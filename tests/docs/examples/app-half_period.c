// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/app/half_period.h>

#include <assert.h>

int main(void) {
    uint32_t halves = 2, counter = 0x9000;
    //@ 1-2
    assert(halves == 3 && now == 0x19000);
    return 0;
}
