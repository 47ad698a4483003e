// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// target: m3
// flags: {device lm3s6965}
#include <corten/assert.h>
#include <corten/watchdog_timer.h>

//@ 1
int main(void) {
    //@ 2-3
}
