// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Registers of the nRF51822 that Corten's drivers use, by hand. nRF51 Series Reference Manual 3.0:
/// CLOCK 12, GPIO 14, TIMER 18, UART 29.
///
///     CT_CLOCK->TASKS_HFCLKSTART = 1;
#ifndef CORTEN_REGISTERS_H
#define CORTEN_REGISTERS_H

#include <corten/compiler.h>

struct ct_clock_registers {
    volatile uint32_t TASKS_HFCLKSTART, TASKS_HFCLKSTOP, reserved1_[62], EVENTS_HFCLKSTARTED;
};
#define CT_CLOCK ((struct ct_clock_registers *)0x40000000u)
_Static_assert(offsetof(struct ct_clock_registers, EVENTS_HFCLKSTARTED) == 0x100, "");

struct ct_uart_registers {
    volatile uint32_t TASKS_STARTRX, TASKS_STOPRX, TASKS_STARTTX, TASKS_STOPTX, reserved1_[62];
    volatile uint32_t EVENTS_RXDRDY, reserved2_[4], EVENTS_TXDRDY, reserved3_, EVENTS_ERROR;
    volatile uint32_t reserved4_[118], INTEN, INTENSET, INTENCLR, reserved5_[93], ERRORSRC;
    volatile uint32_t reserved6_[31], ENABLE, reserved7_, PSELRTS, PSELTXD, PSELCTS, PSELRXD, RXD;
    volatile uint32_t TXD, reserved8_, BAUDRATE, reserved9_[17], CONFIG;
};
_Static_assert(offsetof(struct ct_uart_registers, EVENTS_RXDRDY) == 0x108, "");
_Static_assert(offsetof(struct ct_uart_registers, EVENTS_ERROR) == 0x124, "");
_Static_assert(offsetof(struct ct_uart_registers, INTENSET) == 0x304, "");
_Static_assert(offsetof(struct ct_uart_registers, ERRORSRC) == 0x480, "");
_Static_assert(offsetof(struct ct_uart_registers, ENABLE) == 0x500, "");
_Static_assert(offsetof(struct ct_uart_registers, BAUDRATE) == 0x524, "");
_Static_assert(offsetof(struct ct_uart_registers, CONFIG) == 0x56C, "");
enum {
    CT_UART_INT_RXDRDY = 1u << 2,
    CT_UART_INT_TXDRDY = 1u << 7,
    CT_UART_ERRORSRC_OVERRUN = 1u << 0,
    CT_UART_ERRORSRC_PARITY = 1u << 1,
    CT_UART_ERRORSRC_FRAMING = 1u << 2,
    CT_UART_ERRORSRC_BREAK = 1u << 3,
    CT_UART_ENABLE_ON = 4,
    CT_UART_PIN_NONE = 0xFFFFFFFFu,
};
#define CT_UART_OF_UART0 0x40002000u

struct ct_timer_registers {
    volatile uint32_t TASKS_START, TASKS_STOP, TASKS_COUNT, TASKS_CLEAR, TASKS_SHUTDOWN;
    volatile uint32_t reserved1_[11], TASKS_CAPTURE[4], reserved2_[60], EVENTS_COMPARE[4];
    volatile uint32_t reserved3_[44], SHORTS, reserved4_[64], INTENSET, INTENCLR, reserved5_[126];
    volatile uint32_t MODE, BITMODE, reserved6_, PRESCALER, reserved7_[11], CC[4];
};
_Static_assert(offsetof(struct ct_timer_registers, TASKS_CAPTURE) == 0x40, "");
_Static_assert(offsetof(struct ct_timer_registers, EVENTS_COMPARE) == 0x140, "");
_Static_assert(offsetof(struct ct_timer_registers, SHORTS) == 0x200, "");
_Static_assert(offsetof(struct ct_timer_registers, INTENSET) == 0x304, "");
_Static_assert(offsetof(struct ct_timer_registers, MODE) == 0x504, "");
_Static_assert(offsetof(struct ct_timer_registers, CC) == 0x540, "");
enum {
    CT_TIMER_SHORTS_COMPARE0_CLEAR = 1u << 0,
    CT_TIMER_SHORTS_COMPARE0_STOP = 1u << 8,
    CT_TIMER_INT_COMPARE0 = 1u << 16,
    CT_TIMER_BITMODE_16 = 0, ///< TIMER1 and TIMER2 have no more
    CT_TIMER_BITMODE_32 = 3, ///< TIMER0
};
#define CT_TIMER0 ((struct ct_timer_registers *)0x40008000u)
#define CT_TIMER1 ((struct ct_timer_registers *)0x40009000u)

struct ct_gpio_port {
    volatile uint32_t OUT, OUTSET, OUTCLR, IN, DIR, DIRSET, DIRCLR, reserved_[120], PIN_CNF[32];
};
#define CT_GPIO_PORT ((struct ct_gpio_port *)0x50000504u)
_Static_assert(offsetof(struct ct_gpio_port, PIN_CNF) == 0x700 - 0x504, "");

#endif
