// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: this chip has no port I
// flags: -I{root}/devices/stm32/include {device stm32l475}
#include <corten/gpio.h>

#ifdef OK
CT_GPIO(lamp, H, 1);
#else
CT_GPIO(lamp, I, 1);
#endif
