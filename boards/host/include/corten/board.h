// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A native process.
#ifndef CORTEN_BOARD_H
#define CORTEN_BOARD_H

#include <corten/device.h>

#define BOARD_CORE_HZ 1000000000

#endif
