// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Stellaris LM3S6965 evaluation board.
#ifndef CORTEN_BOARD_H
#define CORTEN_BOARD_H

#include <corten/device.h>

/// The main clock that start-up leaves: the 12 MHz internal oscillator.
#define BOARD_CORE_HZ 12000000

#endif
