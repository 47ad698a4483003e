// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The serial port of QEMU's machine "virt", a 16550: bytes in and out, interrupts. 8N1.
///
///     CT_UART16550(console, UART0);                            // claims UART0
///
///     ct_uart16550_start(console);                             // an emulated line has no speed
///     ct_uart16550_interrupt_when(console, true, false);       // for bytes received, not for room
///     const int byte = ct_serial_read(CT_UART16550_SERIAL(console));    // as hal/ sees it
///
/// One receiver and one sender at a time; the two may be different contexts. Its FIFOs, of 16 bytes,
/// are on. National Semiconductor PC16550D, 8.
#ifndef CORTEN_UART16550_H
#define CORTEN_UART16550_H

#include <corten/claim.h>
#include <corten/hal/serial.h>
#include <corten/registers.h>

/// A port. Made by CT_UART16550; a constant, so that nothing of it is left in the machine code.
struct ct_uart16550 {
    struct UART_regs *registers;
};

/// At file scope: claims UART0 under a name. Refused: if it is claimed already.
#define CT_UART16550(name, instance)                                                               \
    CT_CLAIM_(instance);                                                                           \
    static const __attribute__((unused)) struct ct_uart16550 name = {CT_UART16550_OF_##instance}
#define CT_UART16550_OF_UART0 CT_REG_AT(UART_regs, 0x10000000u)

/// Turns it on, without interrupts. Init.
ct_inline void ct_uart16550_start(struct ct_uart16550 uart) {
    reg_write_raw(uart.registers->IER, 0u);
    reg_write(uart.registers->LCR, UART_LCR_WLS_Bits8);
    reg_write(uart.registers->FCR, UART_FCR_ENABLE(1), UART_FCR_CLEAR_RX(1), UART_FCR_CLEAR_TX(1));
}

/// Its interrupt comes while it has a byte, while it has room for one, or both. Not atomic: with
/// interrupts masked, or in its handler.
ct_inline void ct_uart16550_interrupt_when(struct ct_uart16550 uart, bool has_byte, bool has_room) {
    reg_write_raw(uart.registers->IER, (uint8_t)((has_byte ? 1u : 0u) | (has_room ? 2u : 0u)));
}

/// It as a serial port of hal/. Errors are said before the byte at which they happened; one that a
/// write's look at the port has cleared is not (the chip has one register for both).
#define CT_UART16550_SERIAL(name)                                                                  \
    ((struct ct_serial){&ct_uart16550_serial_ops, (void *)(uintptr_t)&(name)})

ct_outline int ct_uart16550_read_(void *object) {
    const struct ct_uart16550 *uart = object;
    reg_snapshot(status, uart->registers->LSR); // the read clears the errors
    if (reg_get(status, UART_LSR_OE)) return CT_OVERRUN;
    if (reg_get(status, UART_LSR_PE)) return CT_PARITY;
    if (reg_any(status, UART_LSR_FE, UART_LSR_BI)) return CT_FRAMING;
    if (!reg_get(status, UART_LSR_DR)) return CT_WOULD_BLOCK;
    return (int)reg_get(uart->registers->RBR, UART_RBR_DATA);
}
ct_outline enum ct_error ct_uart16550_write_(void *object, uint8_t byte) {
    const struct ct_uart16550 *uart = object;
    if (!reg_get(uart->registers->LSR, UART_LSR_THRE)) return CT_WOULD_BLOCK;
    reg_write(uart->registers->THR, UART_THR_DATA(byte));
    return CT_OK;
}
ct_outline enum ct_error ct_uart16550_flush_(void *object) {
    const struct ct_uart16550 *uart = object;
    return reg_get(uart->registers->LSR, UART_LSR_TEMT) ? CT_OK : CT_WOULD_BLOCK;
}
static const __attribute__((unused)) struct ct_serial_ops ct_uart16550_serial_ops = {
    ct_uart16550_read_, ct_uart16550_write_, ct_uart16550_flush_};

#endif
