// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: this chip has fewer sectors of flash
// target: m4f
// flags: {device stm32f401}
#include <corten/flash.h>

#ifdef OK
CT_FLASH_STORAGE(settings, 7, 1);
#else
CT_FLASH_STORAGE(settings, 8, 1);
#endif
