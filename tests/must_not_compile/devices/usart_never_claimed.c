// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: 'console' undeclared
// clang: use of undeclared identifier 'console'
// target: m4f
// flags: {device stm32f401}
#include <corten/usart.h>

#ifdef OK
CT_USART(console, USART1);
#endif

void start(void);
void start(void) { ct_usart_start_divided(console, 139); }
