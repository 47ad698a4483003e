// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'PB14_is_already_claimed'
// target: m3 m4f
// flags: -I{root}/devices/stm32/include {device stm32f405}
#include <corten/gpio.h>

CT_GPIO(lamp, B, 14);
#ifdef OK
CT_GPIO(heater, B, 15);
#else
CT_GPIO(heater, B, 14);
#endif
