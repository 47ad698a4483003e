// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// exit: 1
// output: the crystal does not oscillate
#include <corten/panic.h>

#include <assert.h>

static void print(const char *message) { assert(message); }
static bool crystal_is_running(void) { return false; }
int main(void) {
    //@ 3-4
    assert(!last);
    //@ 1
}
