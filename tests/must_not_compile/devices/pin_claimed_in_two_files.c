// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// link: multiple definition of 'PB14_is_already_claimed'
// with: pin_claimed_in_two_files_part.c
// flags: -I{root}/devices/stm32/include {device stm32f405}
#include <corten/gpio.h>

CT_GPIO(lamp, B, 14);
