// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// output: hello
#include <corten/semihosting.h>

int main(void) {
    //@ 1-2
}
