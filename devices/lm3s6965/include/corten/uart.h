// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// UARTs of the LM3S6965 (Arm PL011): bytes in and out, interrupts, error counts. 8N1, no FIFO.
///
///     CT_UART(console, UART0);                                 // claims UART0
///
///     ct_uart_start(console, CT_CORE_HZ, 115200);              // its pins are the caller's
///     ct_uart_listen(console, CT_UART_RECEIVE);                // from now on its interrupt comes
///     const int byte = ct_uart_take(console, &errors);         // in the handler
///     while (ct_uart_put(console, 'x')) {}
///
/// One receiver and one sender at a time; the two may be different contexts.
/// Data sheet DS-LM3S6965-12746.2515, 12.
#ifndef CORTEN_UART_H
#define CORTEN_UART_H

#include <corten/claim.h>
#include <corten/hal/serial.h>
#include <corten/registers.h>

/// A UART. Made by CT_UART; a constant, so that nothing of it is left in the machine code.
struct ct_uart {
    struct UART_regs *registers;
    uint8_t enable_bit; ///< of RCGC1
};

/// At file scope: claims UART0 to UART2 under a name. Refused: one that is claimed already
/// ("UART0_is_already_claimed"), one that the chip has not.
#define CT_UART(name, instance)                                                                    \
    CT_CLAIM_(instance);                                                                           \
    CT_UART_CLAIMED_(name, CT_UART_OF_##instance)
#define CT_UART_CLAIMED_(name, which)                                                              \
    static const __attribute__((unused)) struct ct_uart name = CT_UART_MAKE_ which
#define CT_UART_MAKE_(address, bit) {CT_REG_AT(UART_regs, address), bit}

// (address, bit of RCGC1): data sheet, table 2-8 and register 22 of chapter 5
#define CT_UART_OF_UART0 (0x4000C000u, 0)
#define CT_UART_OF_UART1 (0x4000D000u, 1)
#define CT_UART_OF_UART2 (0x4000E000u, 2)

/// The divisor for a baud rate in 64ths, rounded: 64 to 65535 * 64.
#define CT_UART_DIVISOR(clock_hz, baud)                                                            \
    ((uint32_t)(((uint64_t)(clock_hz)*4u + (baud) / 2u) / (baud)))

/// `subject: this baud rate is off by more than 2 % at this clock`, at compile time.
#define CT_UART_CHECK_BAUD(subject, clock_hz, baud)                                                \
    _Static_assert(CT_UART_DIVISOR(clock_hz, baud) >= 64 &&                                        \
                       CT_UART_DIVISOR(clock_hz, baud) <= 65535 * 64 &&                            \
                       CT_BAUD_IS_NEAR((uint64_t)(clock_hz)*4u,                                    \
                                       (uint64_t)(baud)*CT_UART_DIVISOR(clock_hz, baud)),          \
                   subject ": this baud rate is off by more than 2 % at this clock")

/// Turns a UART on, receiver and transmitter, at a rate that is checked at compile time.
/// `clock_hz`: the core's, a constant. Init.
#define ct_uart_start(uart, clock_hz, baud)                                                        \
    do {                                                                                           \
        CT_UART_CHECK_BAUD(#uart, clock_hz, baud);                                                 \
        ct_uart_start_divided((uart), CT_UART_DIVISOR(clock_hz, baud));                            \
    } while (0)

/// The same with a divisor that somebody has checked.
ct_inline void ct_uart_start_divided(struct ct_uart uart, uint32_t divisor) {
    struct UART_regs *registers = uart.registers;
    reg_write_raw(SYSCTL->RCGC1, reg_raw(SYSCTL->RCGC1) | 1u << uart.enable_bit);
    (void)reg_raw(SYSCTL->RCGC1); // three cycles until it answers
    (void)reg_raw(SYSCTL->RCGC1);
    reg_write_raw(registers->CTL, 0u);
    reg_write(registers->IBRD, UART_IBRD_DIVINT(divisor / 64u));
    reg_write(registers->FBRD, UART_FBRD_DIVFRAC(divisor % 64u));
    reg_write(registers->LCRH, UART_LCRH_WLEN_Bits8); // latches the divisor
    reg_write(registers->CTL, UART_CTL_UARTEN(1), UART_CTL_TXE(1), UART_CTL_RXE(1));
}

/// What the interrupt comes for.
enum ct_uart_events {
    CT_UART_RECEIVE = 1u << 4,  ///< RX: a byte has come
    CT_UART_TRANSMIT = 1u << 5, ///< TX: a byte has gone
};

/// From now on the interrupt comes for these events too. Not atomic with ct_uart_ignore().
ct_inline void ct_uart_listen(struct ct_uart uart, enum ct_uart_events events) {
    reg_write_raw(uart.registers->IM, reg_raw(uart.registers->IM) | events);
}
/// It does not come for these any more.
ct_inline void ct_uart_ignore(struct ct_uart uart, enum ct_uart_events events) {
    reg_write_raw(uart.registers->IM, reg_raw(uart.registers->IM) & ~(uint32_t)events);
}

/// A received byte, 0 to 255, or CT_WOULD_BLOCK (-1). Errors are counted; a byte with a wrong stop
/// bit is dropped, one after which others were lost is delivered.
ct_inline int ct_uart_take(struct ct_uart uart, struct ct_serial_errors *errors) {
    reg_write(uart.registers->ICR, UART_ICR_RX(1));
    if (reg_get(uart.registers->FR, UART_FR_RXFE)) return CT_WOULD_BLOCK;
    reg_snapshot(data, uart.registers->DR);
    if (reg_get(data, UART_DR_OE)) errors->overruns++;
    if (reg_any(data, UART_DR_FE, UART_DR_BE)) {
        errors->framing++;
        return CT_WOULD_BLOCK;
    }
    return (int)reg_get(data, UART_DR_DATA);
}

/// Hands over a byte: CT_OK, or CT_WOULD_BLOCK while the one before waits.
ct_inline CT_MUST_USE enum ct_error ct_uart_put(struct ct_uart uart, uint8_t byte) {
    if (reg_get(uart.registers->FR, UART_FR_TXFF)) return CT_WOULD_BLOCK;
    reg_write(uart.registers->DR, UART_DR_DATA(byte));
    return CT_OK;
}

/// CT_OK when the last stop bit has been sent, else CT_WOULD_BLOCK.
ct_inline CT_MUST_USE enum ct_error ct_uart_flush(struct ct_uart uart) {
    return reg_get(uart.registers->FR, UART_FR_BUSY) ? CT_WOULD_BLOCK : CT_OK;
}

/* ---- as hal/ sees it; the object is the address of a struct ct_uart */

/// One that has been started, as a serial port of hal/. Errors are said, one a call, and not counted.
#define CT_UART_SERIAL(name) ((struct ct_serial){&ct_uart_serial_ops, (void *)(uintptr_t)&(name)})

ct_outline int ct_uart_hal_read_(void *port) {
    const struct ct_uart *uart = port;
    struct UART_regs *registers = uart->registers;
    if (reg_get(registers->RSR, UART_RSR_OE)) { // said before the bytes that were in time
        reg_write_raw(registers->RSR, 0u);
        return CT_OVERRUN;
    }
    if (reg_get(registers->FR, UART_FR_RXFE)) return CT_WOULD_BLOCK;
    reg_snapshot(data, registers->DR);
    if (reg_any(data, UART_DR_FE, UART_DR_BE)) return CT_FRAMING;
    if (reg_get(data, UART_DR_PE)) return CT_PARITY;
    return (int)reg_get(data, UART_DR_DATA);
}
ct_inline enum ct_error ct_uart_hal_write_(void *port, uint8_t byte) {
    return ct_uart_put(*(const struct ct_uart *)port, byte);
}
ct_inline enum ct_error ct_uart_hal_flush_(void *port) {
    return ct_uart_flush(*(const struct ct_uart *)port);
}
static const __attribute__((unused)) struct ct_serial_ops ct_uart_serial_ops = {
    ct_uart_hal_read_, ct_uart_hal_write_, ct_uart_hal_flush_};

#endif
