// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What is around the chip: its power, and a terminal.
#ifndef WORLD_H
#define WORLD_H

#include <stdint.h>

void world_attach_terminal(uint32_t baud);

#endif
