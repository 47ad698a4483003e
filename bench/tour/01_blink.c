// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// size "tour 1, blink: image": by hand 01_blink_by_hand
#include "../../examples/tour/01_blink.c"
