// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Registers of the LM3S6965 that Corten's drivers use, by hand. Data sheet DS-LM3S6965-12746.2515:
/// system control 5.4, GPIO 8.4, general-purpose timers 9.5, UART 12.5.
///
///     CT_SYSCTL->RCGC2 |= 1u << 5;      // clock for port F
#ifndef CORTEN_REGISTERS_H
#define CORTEN_REGISTERS_H

#include <corten/compiler.h>

struct ct_sysctl {
    volatile uint32_t reserved1_[20], RIS, IMC, MISC, reserved2_, RCC, reserved3_[39];
    volatile uint32_t RCGC0, RCGC1, RCGC2;
};
#define CT_SYSCTL ((struct ct_sysctl *)0x400FE000u)
_Static_assert(offsetof(struct ct_sysctl, RIS) == 0x50, "");
_Static_assert(offsetof(struct ct_sysctl, RCC) == 0x60, "");
_Static_assert(offsetof(struct ct_sysctl, RCGC0) == 0x100, "");
enum {
    CT_SYSCTL_RIS_PLLLRIS = 1u << 6,
    CT_SYSCTL_RCC_MOSCDIS = 1u << 0,
    CT_SYSCTL_RCC_OSCSRC = 3u << 4, ///< 0: the main oscillator
    CT_SYSCTL_RCC_XTAL = 0xFu << 6,
    CT_SYSCTL_RCC_XTAL_8MHZ = 0xEu << 6,
    CT_SYSCTL_RCC_BYPASS = 1u << 11,
    CT_SYSCTL_RCC_PWRDN = 1u << 13,
    CT_SYSCTL_RCC_USESYSDIV = 1u << 22,
    CT_SYSCTL_RCC_SYSDIV = 0xFu << 23,
    CT_SYSCTL_RCC_SYSDIV_4 = 3u << 23,
};

struct ct_uart_registers {
    volatile uint32_t DR, RSR, reserved1_[4], FR, reserved2_, ILPR, IBRD, FBRD, LCRH, CTL, IFLS;
    volatile uint32_t IM, RIS, MIS, ICR;
};
_Static_assert(offsetof(struct ct_uart_registers, FR) == 0x18, "");
_Static_assert(offsetof(struct ct_uart_registers, ICR) == 0x44, "");
enum {
    CT_UART_DR_FE = 1u << 8,
    CT_UART_DR_PE = 1u << 9,
    CT_UART_DR_BE = 1u << 10,
    CT_UART_DR_OE = 1u << 11,
    CT_UART_FR_BUSY = 1u << 3,
    CT_UART_FR_RXFE = 1u << 4,
    CT_UART_FR_TXFF = 1u << 5,
    CT_UART_LCRH_8_BITS = 3u << 5,
    CT_UART_CTL_UARTEN = 1u << 0,
    CT_UART_CTL_TXE = 1u << 8,
    CT_UART_CTL_RXE = 1u << 9,
    CT_UART_IM_RXIM = 1u << 4,
    CT_UART_IM_TXIM = 1u << 5,
};
/// (address, bit of RCGC1)
#define CT_UART_OF_UART0 (0x4000C000u, 0)
#define CT_UART_OF_UART1 (0x4000D000u, 1)
#define CT_UART_OF_UART2 (0x4000E000u, 2)

struct ct_timer_registers {
    volatile uint32_t CFG, TAMR, TBMR, CTL, reserved1_[2], IMR, RIS, MIS, ICR, TAILR, TBILR;
};
_Static_assert(offsetof(struct ct_timer_registers, TAILR) == 0x28, "");
enum {
    CT_TIMER_TAMR_ONE_SHOT = 1u,
    CT_TIMER_CTL_TAEN = 1u << 0,
    CT_TIMER_RIS_TATORIS = 1u << 0,
};
/// (address, bit of RCGC1)
#define CT_TIMER_OF_TIMER0 (0x40030000u, 16)
#define CT_TIMER_OF_TIMER1 (0x40031000u, 17)
#define CT_TIMER_OF_TIMER2 (0x40032000u, 18)
#define CT_TIMER_OF_TIMER3 (0x40033000u, 19)

#endif
