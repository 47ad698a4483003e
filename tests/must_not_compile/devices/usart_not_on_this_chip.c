// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: console: this chip has no such serial port
// target: m4f
// flags: {device stm32f401}
#include <corten/usart.h>

#ifdef OK
CT_USART(console, USART6);
#else
CT_USART(console, USART3);
#endif
