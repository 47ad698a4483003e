// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: the sectors of a storage must have the same size
// target: m4f
// flags: {device stm32f405}
#include <corten/flash.h>

#ifdef OK
CT_FLASH_STORAGE(settings, 5, 2);
#else
CT_FLASH_STORAGE(settings, 3, 2);
#endif
