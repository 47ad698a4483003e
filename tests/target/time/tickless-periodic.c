// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A program that ticks elsewhere, on a counter.
#include "own_clock.h"

#include "../../conformance/periodic.c"
