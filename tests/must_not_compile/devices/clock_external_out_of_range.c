// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: clocks: an external clock must have 1 to 50 MHz
// flags: -I{root}/devices/stm32/include {device stm32f401}
#include <corten/clocks.h>

#ifdef OK
CT_CLOCK_TREE(board, EXTERNAL(8000000), PLL(8, 336, 4, 7), BUSES(1, 2, 1));
#else
CT_CLOCK_TREE(board, EXTERNAL(64000000), PLL(32, 192, 8, 8), BUSES(1, 2, 1));
#endif
