// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: clocks: SYSCLK is above the limit of this chip of 80 MHz
// flags: -I{root}/devices/stm32/include {device stm32l475}
#include <corten/clocks.h>

#ifdef OK
CT_CLOCK_TREE(board, PLL(1, 40, 2), BUSES(1, 1, 1));
#else
CT_CLOCK_TREE(board, PLL(1, 42, 2), BUSES(2, 1, 1));
#endif
