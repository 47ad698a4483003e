// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m3
// flags: {device lm3s6965}
#include <corten/clocks.h>

void report(const char *flag);
void start(void) {
    //@ 1-2
}
