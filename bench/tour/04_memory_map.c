// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// size "tour 4, memory map: image"
#include "../../examples/tour/04_memory_map.c"
