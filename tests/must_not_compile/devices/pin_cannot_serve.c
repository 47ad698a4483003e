// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: 'PB6_can_be_USART2_TX' undeclared
// clang: use of undeclared identifier 'PB6_can_be_USART2_TX'
// target: m4f
// flags: {device stm32f405}
#include <corten/pin_alternate.h>

#ifdef OK
CT_PIN_ALTERNATE(console_tx, B, 6, USART1_TX, PUSH_PULL, FLOATING, FAST);
#else
CT_PIN_ALTERNATE(console_tx, B, 6, USART2_TX, PUSH_PULL, FLOATING, FAST);
#endif
