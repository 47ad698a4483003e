// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// target: rv32
// flags: {device virt}
#include <corten/uart16550.h>

//@ 1
int main(void) {
    //@ 2-4
    return byte;
}
