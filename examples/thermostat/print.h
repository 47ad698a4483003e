// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Text to the board's console, for tasks of one priority: nobody cuts in.
#ifndef THERMOSTAT_PRINT_H
#define THERMOSTAT_PRINT_H

#include <stdint.h>

void print(const char *text);

/// In decimal, right-aligned in `width` columns (at most 10; 0: as wide as it is).
void print_number(uint32_t value, unsigned width);

/// Hundredths of a degree as "21.50".
void print_temperature(int32_t hundredths);

#endif
