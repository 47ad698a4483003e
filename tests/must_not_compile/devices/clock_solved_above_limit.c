// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: clocks: SYSCLK is above the limit of this chip of 84 MHz
// target: m4f
// flags: {device stm32f401}
#include <corten/clocks.h>

#ifdef OK
CT_CLOCK_TREE_FOR(board, CRYSTAL(8000000), CORE(84000000));
#else
CT_CLOCK_TREE_FOR(board, CRYSTAL(8000000), CORE(96000000));
#endif
