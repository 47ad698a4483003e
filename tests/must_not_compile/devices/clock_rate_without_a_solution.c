// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: clocks: no setting of the PLL makes this rate of the core
// target: m4f
// flags: {device stm32f405}
#include <corten/clocks.h>

#ifdef OK
CT_CLOCK_TREE_FOR(board, CRYSTAL(8000000), CORE(24000000));
#else
CT_CLOCK_TREE_FOR(board, CRYSTAL(8000000), CORE(23000000)); // 8 * 23 = 184 MHz: below the VCO's range
#endif
