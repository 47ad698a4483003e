// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: clocks: the input of the PLL, crystal / m, must be 1 to 2 MHz
// flags: -I{root}/devices/stm32/include {device stm32f405}
#include <corten/clocks.h>

#ifdef OK
CT_CLOCK_TREE(board, CRYSTAL(8000000), PLL(8, 336, 2, 7), BUSES(1, 4, 2));
#else
CT_CLOCK_TREE(board, CRYSTAL(8000000), PLL(2, 84, 2, 7), BUSES(1, 4, 2));
#endif
