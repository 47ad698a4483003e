// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: console: this baud rate is off by more than 2 % at this clock
// target: m4f
// flags: -I{root}/devices/stm32/include {device stm32l475}
#include <corten/usart.h>

CT_USART(console, USART1);

void start(void);
void start(void) {
#ifdef OK
    ct_usart_start(console, 4000000, 115200); // 35 instead of 34.72: 0.8 %
#else
    ct_usart_start(console, 4000000, 230400); // 17 instead of 17.36: 2.1 %
#endif
}
