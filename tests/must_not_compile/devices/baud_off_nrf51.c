// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: console: this baud rate is off by more than 2 % at this clock
// target: m0
// flags: {device nrf51822}
#include <corten/uart.h>

CT_GPIO(out, 24);
CT_GPIO(in, 25);
CT_UART(console, UART0);

void start(void);
void start(void) {
#ifdef OK
    ct_uart_start(console, out, in, 9600);
#else
    ct_uart_start(console, out, in, 40); // 3 steps of 15.26 baud: 45.8
#endif
}
