// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: 'console_rx_is_USART1_RX' undeclared
// clang: use of undeclared identifier 'console_rx_is_USART1_RX'
// target: m4f
// flags: {device stm32f405}
#include <corten/pin_alternate.h>
#include <corten/usart.h>

CT_PIN_ALTERNATE(console_tx, B, 6, USART1_TX, PUSH_PULL, FLOATING, FAST);
#ifdef OK
CT_PIN_ALTERNATE(console_rx, B, 7, USART1_RX, PUSH_PULL, PULL_UP, FAST);
#else
CT_PIN_ALTERNATE(console_rx, A, 3, USART2_RX, PUSH_PULL, PULL_UP, FAST);
#endif
CT_USART_PINS(USART1, console_tx, console_rx);
