// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/drivers/places.h>

#include <assert.h>

int main(void) {
    //@ 1
    assert(byte == 261);
    //@ 2-3
    assert(byte == 1090 && part == 6);
}
