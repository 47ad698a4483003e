// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// size "tour 2, no heap: image": by hand 02_no_heap_by_hand
#include "../../examples/tour/02_no_heap.c"
