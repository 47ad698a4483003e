// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CORTEN_BOARD_H
#define CORTEN_BOARD_H
#include <corten/device.h>
#endif
