// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The same with so many timers that they wait in the heap.
#define MORE_TIMERS
#include "timers.c"
