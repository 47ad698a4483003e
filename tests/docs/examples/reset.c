// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// exit: 1
#include <corten/compiler.h>
#include <corten/reset.h>

int main(void) {
    const bool update_is_complete = true;
    //@ 1
    return 2;
}
