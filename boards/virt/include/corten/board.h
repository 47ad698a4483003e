// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The machine "virt" of QEMU: a RISC-V core with CLINT and PLIC, one serial port, no pins.
#ifndef CORTEN_BOARD_H
#define CORTEN_BOARD_H

#include <corten/device.h>

#define BOARD_NAME    "virt"
#define BOARD_CORE_HZ 10000000 ///< of mtime, which is all that can be known of an emulated core

#define BOARD_TICK          SysTick
#define BOARD_TICK_CLOCK_HZ BOARD_CORE_HZ

#define BOARD_SPARE_INTERRUPTS SPARE0, SPARE1, SPARE2

#endif
