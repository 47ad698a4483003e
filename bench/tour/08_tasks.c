// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// size "tour 8, tasks: image"
// firmware: OPTIONS -DEXTI0=PWM0 -DEXTI1=PWM1 -Wno-static-in-inline
// Clang takes what is included for a header, where that warning would be right.
#include "../../examples/tour/08_tasks.c"
