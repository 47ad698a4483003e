// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// exit: 1
// output: at most 32 bytes fit into one packet
#include <corten/assert.h>

static void check(int n, int head, int capacity) {
    //@ 1-2
}
int main(void) {
    check(32, 0, 1);
    check(33, 0, 1);
}
