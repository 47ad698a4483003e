// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: clocks: the VCO must run at 64 to 344 MHz, n be 8 to 86
// flags: -I{root}/devices/stm32/include {device stm32l475}
#include <corten/clocks.h>

#ifdef OK
CT_CLOCK_TREE(board, PLL(1, 40, 2), BUSES(1, 1, 1));
#else
CT_CLOCK_TREE(board, PLL(1, 10, 2), BUSES(1, 1, 1));
#endif
