// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: a port has the pins 0 to 15
// flags: -I{root}/devices/stm32/include {device stm32f405}
#include <corten/gpio.h>

#ifdef OK
CT_GPIO(lamp, B, 15);
#else
CT_GPIO(lamp, B, 16);
#endif
