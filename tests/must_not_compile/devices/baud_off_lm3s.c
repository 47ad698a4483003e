// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: console: this baud rate is off by more than 2 % at this clock
// target: m3
// flags: {device lm3s6965}
#include <corten/uart.h>

CT_UART(console, UART0);

void start(void);
void start(void) {
#ifdef OK
    ct_uart_start(console, 8000000, 500000); // 64 / 64, the fastest
#else
    ct_uart_start(console, 8000000, 921600); // would be 35 / 64
#endif
}
