// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The UART of the nRF51822: bytes in and out, interrupts, error counts. 8N1, no flow control.
///
///     CT_UART(console, UART0);                                 // claims UART0
///
///     ct_uart_start(console, out_pin, in_pin, 115200);
///     ct_uart_listen(console, CT_UART_RECEIVE);                // from now on its interrupt comes
///     const int byte = ct_uart_take(console, &errors);         // in the handler
///     while (ct_uart_put(console, 'x')) {}
///
/// One receiver and one sender at a time; the two may be different contexts.
/// nRF51 Series Reference Manual 3.0, 29.
#ifndef CORTEN_UART_H
#define CORTEN_UART_H

#include <corten/claim.h>
#include <corten/gpio.h>
#include <corten/hal/serial.h>
#include <corten/registers.h>

/// A UART. Made by CT_UART.
struct ct_uart {
    struct UART_regs *registers;
};

/// At file scope: claims UART0 under a name. Refused: where it is claimed already
/// ("UART0_is_already_claimed"), one that the chip has not.
#define CT_UART(name, instance)                                                                    \
    CT_CLAIM_(instance);                                                                           \
    static const __attribute__((unused)) struct ct_uart name = {                                   \
        CT_REG_AT(UART_regs, CT_UART_OF_##instance)}
#define CT_UART_OF_UART0 0x40002000u

/// The fastest of the rates that the chip can make, in Hz (table 269); it takes any up to it in
/// steps of 16 MHz / 2^20, 15 Hz.
#define CT_UART_MOST_BAUD 1000000

/// The register's value for a baud rate: 2^32 / 16 MHz a baud, of which 20 bits count.
#define CT_UART_DIVISOR(baud) ((uint32_t)((((uint64_t)(baud) << 32) / 16000000u + 0x800u) & 0xFFFFF000u))

/// `subject: this baud rate is off by more than 2 % at this clock`, at compile time.
#define CT_UART_CHECK_BAUD(subject, baud)                                                          \
    _Static_assert((baud) <= CT_UART_MOST_BAUD && CT_UART_DIVISOR(baud) > 0 &&                     \
                       CT_BAUD_IS_NEAR((uint64_t)CT_UART_DIVISOR(baud) * 15625u,                   \
                                       (uint64_t)(baud) << 22), /* 16 MHz / 2^32 = 15625 / 2^22 */ \
                   subject ": this baud rate is off by more than 2 % at this clock")

/// Turns a UART on, receiver and transmitter, on two claimed pins, at a rate that is checked at
/// compile time. Init.
#define ct_uart_start(uart, out, in, baud)                                                         \
    do {                                                                                           \
        CT_UART_CHECK_BAUD(#uart, baud);                                                           \
        ct_uart_start_divided((uart), (out), (in), CT_UART_DIVISOR(baud));                         \
    } while (0)

/// The same with a divisor that somebody has checked.
ct_inline void ct_uart_start_divided(struct ct_uart uart, struct ct_gpio out, struct ct_gpio in,
                                     uint32_t divisor) {
    ct_gpio_set_high(out); // the line's level at rest
    ct_gpio_make_output(out);
    ct_gpio_make_input(in, CT_GPIO_FLOATING);
    struct UART_regs *registers = uart.registers;
    reg_write(registers->ENABLE, UART_ENABLE_ENABLE_Disabled);
    reg_write(registers->PSELTXD, UART_PSELTXD_PIN(out.number));
    reg_write(registers->PSELRXD, UART_PSELRXD_PIN(in.number));
    reg_write(registers->PSELRTS, UART_PSELRTS_PIN_None);
    reg_write(registers->PSELCTS, UART_PSELCTS_PIN_None);
    reg_write(registers->BAUDRATE, UART_BAUDRATE_BAUDRATE(divisor));
    reg_write(registers->CONFIG, UART_CONFIG_PARITY_None);
    reg_write(registers->ENABLE, UART_ENABLE_ENABLE_Enabled);
    reg_write_raw(registers->EVENTS_RXDRDY, 0u);
    reg_write_raw(registers->EVENTS_TXDRDY, 1u); // the transmitter is free
    reg_write(registers->TASKS_STARTTX, UART_TASKS_STARTTX_START(1));
    reg_write(registers->TASKS_STARTRX, UART_TASKS_STARTRX_START(1));
}

/// What the interrupt comes for.
enum ct_uart_events {
    CT_UART_RECEIVE = 1u << 2,  ///< RXDRDY: a byte has come
    CT_UART_TRANSMIT = 1u << 7, ///< TXDRDY: there is room for a byte: turn it off when there is none to send
};

/// From now on the interrupt comes for these events too. Any context.
ct_inline void ct_uart_listen(struct ct_uart uart, enum ct_uart_events events) {
    reg_write_raw(uart.registers->INTENSET, events);
}
/// It does not come for these any more. Any context.
ct_inline void ct_uart_ignore(struct ct_uart uart, enum ct_uart_events events) {
    reg_write_raw(uart.registers->INTENCLR, events);
}

/// A received byte, 0 to 255, or CT_WOULD_BLOCK (-1). Errors are counted; bytes that were lost are
/// lost, a byte with a wrong stop bit is delivered (the chip does not tell which it was).
ct_inline int ct_uart_take(struct ct_uart uart, struct ct_serial_errors *errors) {
    reg_snapshot(wrong, uart.registers->ERRORSRC);
    if (reg_raw(wrong)) {
        reg_write_raw(uart.registers->ERRORSRC, reg_raw(wrong)); // write 1 to clear
        if (reg_get(wrong, UART_ERRORSRC_OVERRUN)) errors->overruns++;
        if (reg_any(wrong, UART_ERRORSRC_FRAMING, UART_ERRORSRC_BREAK)) errors->framing++;
    }
    if (!reg_raw(uart.registers->EVENTS_RXDRDY)) return CT_WOULD_BLOCK;
    reg_write_raw(uart.registers->EVENTS_RXDRDY, 0u); // before the byte is taken: the next one sets it again
    return (int)reg_get(uart.registers->RXD, UART_RXD_RXD);
}

/// Hands over a byte: CT_OK, or CT_WOULD_BLOCK while the one before is being sent.
ct_inline CT_MUST_USE enum ct_error ct_uart_put(struct ct_uart uart, uint8_t byte) {
    if (!reg_raw(uart.registers->EVENTS_TXDRDY)) return CT_WOULD_BLOCK;
    reg_write_raw(uart.registers->EVENTS_TXDRDY, 0u);
    reg_write(uart.registers->TXD, UART_TXD_TXD(byte));
    return CT_OK;
}

/// CT_OK when the last byte has been sent, else CT_WOULD_BLOCK.
ct_inline CT_MUST_USE enum ct_error ct_uart_flush(struct ct_uart uart) {
    return reg_raw(uart.registers->EVENTS_TXDRDY) ? CT_OK : CT_WOULD_BLOCK;
}

/* ---- as hal/ sees it; the object is the address of a struct ct_uart */

/// One that has been started, as a serial port of hal/. Errors are said, one a call, and not counted.
#define CT_UART_SERIAL(name) ((struct ct_serial){&ct_uart_serial_ops, (void *)(uintptr_t)&(name)})

ct_outline int ct_uart_hal_read_(void *port) {
    const struct ct_uart *uart = port;
    struct UART_regs *registers = uart->registers;
    reg_snapshot(wrong, registers->ERRORSRC);
    if (reg_raw(wrong)) { // said before the byte that is there
        reg_write_raw(registers->ERRORSRC, reg_raw(wrong));
        return reg_get(wrong, UART_ERRORSRC_OVERRUN)  ? CT_OVERRUN
               : reg_get(wrong, UART_ERRORSRC_PARITY) ? CT_PARITY
                                                      : CT_FRAMING;
    }
    struct ct_serial_errors none = {0};
    return ct_uart_take(*uart, &none);
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
