// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// link: multiple definition of 'USART1_is_already_claimed'
// with: usart_claimed_in_two_files_part.c
// flags: -I{root}/devices/stm32/include {device stm32l475}
#include <corten/usart.h>

CT_USART(console, USART1);
