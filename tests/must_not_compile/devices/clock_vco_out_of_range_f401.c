// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: clocks: the VCO must run at 192 to 432 MHz, n be 192 to 432
// flags: -I{root}/devices/stm32/include {device stm32f401}
#include <corten/clocks.h>

#ifdef OK
CT_CLOCK_TREE(board, CRYSTAL(8000000), PLL(8, 336, 4, 7), BUSES(1, 2, 1));
#else
CT_CLOCK_TREE(board, CRYSTAL(8000000), PLL(8, 168, 2, 4), BUSES(1, 2, 1));
#endif
