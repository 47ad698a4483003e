// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: console: characters of 9 bits have no room for a parity
// target: m4f
// flags: {device stm32f405}
#include <corten/usart.h>

CT_USART(console, USART1);

void start(void);
void start(void) {
#ifdef OK
    ct_usart_start_as(console, 84000000, 115200, CT_USART_9_BITS);
#else
    ct_usart_start_as(console, 84000000, 115200, CT_USART_9_BITS | CT_USART_EVEN);
#endif
}
