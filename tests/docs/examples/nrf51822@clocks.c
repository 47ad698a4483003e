// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m0
// flags: {device nrf51822}
#include <corten/clocks.h>

void report(const char *flag);
void start(void) {
    //@ 1-2
}
