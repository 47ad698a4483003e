// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// flags: -I{root}/devices/cortex-m/include
#include <corten/delay_loop.h>

#include <assert.h>

//@ 1
int main(void) {
    //@ 2-3
}
