// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'P0_13_is_already_claimed'
// target: m0
// flags: {device nrf51822}
#include <corten/gpio.h>

CT_GPIO(row, 13);
#ifdef OK
CT_GPIO(column, 4);
#else
CT_GPIO(column, 13);
#endif
