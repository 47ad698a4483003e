// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// output: stack: 0 of 0 bytes
#include <corten/stack.h>

#include <stdio.h>

int main(void) {
    //@ 1 3
}
