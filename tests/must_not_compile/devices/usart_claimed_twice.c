// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'USART1_is_already_claimed'
// flags: -I{root}/devices/stm32/include {device stm32f405}
#include <corten/usart.h>

CT_USART(console, USART1);
#ifdef OK
CT_USART(modem, USART2);
#else
CT_USART(modem, USART1);
#endif
