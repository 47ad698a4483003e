// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// target: m0
// flags: {device nrf51822}
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/timer_periodic.h>

int main(void) {
    //@ 1-4
}
