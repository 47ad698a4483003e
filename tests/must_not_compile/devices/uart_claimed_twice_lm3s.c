// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'UART0_is_already_claimed'
// flags: {device lm3s6965}
#include <corten/uart.h>

CT_UART(console, UART0);
#ifdef OK
CT_UART(modem, UART1);
#else
CT_UART(modem, UART0);
#endif
