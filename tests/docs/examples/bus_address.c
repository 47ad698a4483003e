// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m4f
// flags: {device stm32f401}
// flags: {device stm32f405}
#include <corten/bus_address.h>
#include <corten/registers.h>

//@ 1
void give(void);
void give(void) {
    //@ 2
}
