// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: 'PC10_can_be_USART3_TX' undeclared
// clang: use of undeclared identifier 'PC10_can_be_USART3_TX'
// target: m4f
// flags: {device stm32f401}
#include <corten/pin_alternate.h>

#ifdef OK
CT_PIN_ALTERNATE(console_tx, A, 11, USART6_TX, PUSH_PULL, FLOATING, FAST);
#else
CT_PIN_ALTERNATE(console_tx, C, 10, USART3_TX, PUSH_PULL, FLOATING, FAST); // the F401 has none
#endif
