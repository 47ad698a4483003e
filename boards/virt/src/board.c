// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/board.h>
#include <corten/compiler.h>

void ct_device_reset(void);
void ct_device_reset(void) {
    *(volatile uint32_t *)0x00100000u = 0x7777; // "sifive_test": reset (QEMU, hw/misc/sifive_test.c)
}
