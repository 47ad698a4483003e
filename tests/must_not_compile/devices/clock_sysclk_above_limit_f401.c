// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: clocks: SYSCLK is above the limit of this chip of 84 MHz
// flags: -I{root}/devices/stm32/include {device stm32f401}
#include <corten/clocks.h>

#ifdef OK
CT_CLOCK_TREE(board, EXTERNAL(8000000), PLL(8, 336, 4, 7), BUSES(1, 2, 1));
#else
CT_CLOCK_TREE(board, EXTERNAL(8000000), PLL(8, 336, 2, 7), BUSES(2, 2, 1));
#endif
