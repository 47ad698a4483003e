// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/bip.h>

#include <assert.h>

int main(void) {
    //@ 1-2
    assert(place == 0 && run == 30);
}
