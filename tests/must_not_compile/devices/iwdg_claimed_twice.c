// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'IWDG_is_already_claimed'
// target: m4f
// flags: {device stm32f401}
#include <corten/iwdg.h>

CT_IWDG(dog);
#ifndef OK
CT_IWDG(other);
#endif
