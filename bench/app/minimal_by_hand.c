// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// What image_minimal.c does, by hand: Corten's start-up, and sleep.
// firmware: FAULTS plain
int main(void) {
    for (;;) __asm__ volatile("wfi");
}
