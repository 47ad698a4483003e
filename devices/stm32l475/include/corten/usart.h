// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// USARTs of the STM32L4: bytes in and out, interrupts, error counts. 8N1, oversampled 16 times.
///
///     CT_USART(console, USART1);                               // claims USART1
///
///     ct_usart_start(console, board_apb2_hz, 115200);          // its pins are the caller's
///     ct_usart_listen(console, CT_USART_RECEIVE);              // from now on its interrupt comes
///     const int byte = ct_usart_take(console, &errors);        // in the handler
///     while (ct_usart_put(console, 'x')) {}
///
/// One receiver and one sender at a time; the two may be different contexts. RM0351, 40.
#ifndef CORTEN_USART_H
#define CORTEN_USART_H

#include <corten/claim.h>
#include <corten/hal/serial.h>
#include <corten/registers.h>

/// A USART. Made by CT_USART; a constant, so that nothing of it is left in the machine code.
struct ct_usart {
    struct USART_regs *registers;
    uint8_t bus;        ///< APB 1 or 2
    uint8_t enable_bit; ///< of the bus's enable register
};

/// At file scope: claims a USART or UART of the chip under a name. Refused: one that is claimed
/// already ("USART1_is_already_claimed"), one that the chip has not.
#define CT_USART(name, instance)                                                                   \
    CT_CLAIM_(instance);                                                                           \
    CT_USART_CLAIMED_(name, CT_USART_OF_##instance)
#define CT_USART_CLAIMED_(name, which)                                                             \
    static const __attribute__((unused)) struct ct_usart name = CT_USART_MAKE_ which
#define CT_USART_MAKE_(address, bus, bit) {CT_REG_AT(USART_regs, address), bus, bit}

// (address, bus, bit): RM0351, table 2 and 6.4.19, 6.4.21
#define CT_USART_OF_USART1 (0x40013800u, 2, 14)
#define CT_USART_OF_USART2 (0x40004400u, 1, 17)
#define CT_USART_OF_USART3 (0x40004800u, 1, 18)
#define CT_USART_OF_UART4  (0x40004C00u, 1, 19)
#define CT_USART_OF_UART5  (0x40005000u, 1, 20)

/// The divisor for a baud rate, rounded: 16 to 65535.
#define CT_USART_DIVISOR(clock_hz, baud) (((uint32_t)(clock_hz) + (baud) / 2u) / (baud))

/// `subject: this baud rate is off by more than 2 % at this clock`, at compile time.
#define CT_USART_CHECK_BAUD(subject, clock_hz, baud)                                               \
    _Static_assert(CT_USART_DIVISOR(clock_hz, baud) >= 16 &&                                       \
                       CT_USART_DIVISOR(clock_hz, baud) <= 65535 &&                                \
                       CT_BAUD_IS_NEAR(clock_hz, (uint64_t)(baud)*CT_USART_DIVISOR(clock_hz, baud)), \
                   subject ": this baud rate is off by more than 2 % at this clock")

/// Turns a USART on, receiver and transmitter, at a rate that is checked at compile time.
/// `clock_hz`: its bus's, a constant. Init.
#define ct_usart_start(usart, clock_hz, baud)                                                      \
    do {                                                                                           \
        CT_USART_CHECK_BAUD(#usart, clock_hz, baud);                                               \
        ct_usart_start_divided((usart), CT_USART_DIVISOR(clock_hz, baud));                         \
    } while (0)

/// The same with a divisor that somebody has checked.
ct_inline void ct_usart_start_divided(struct ct_usart usart, uint32_t divisor) {
    struct USART_regs *registers = usart.registers;
    if (usart.bus == 1) { // and read back: two cycles until it answers
        reg_write_raw(RCC->APB1ENR1, reg_raw(RCC->APB1ENR1) | 1u << usart.enable_bit);
        (void)reg_raw(RCC->APB1ENR1);
    } else {
        reg_write_raw(RCC->APB2ENR, reg_raw(RCC->APB2ENR) | 1u << usart.enable_bit);
        (void)reg_raw(RCC->APB2ENR);
    }
    if (reg_get(registers->CR1, USART_CR1_UE)) reg_write_raw(registers->CR1, 0); // BRR is locked then
    reg_write(registers->BRR, USART_BRR_BRR(divisor));
    reg_write(registers->CR1, USART_CR1_UE(1), USART_CR1_RE(1), USART_CR1_TE(1));
}

/// What the interrupt comes for.
enum ct_usart_events {
    CT_USART_RECEIVE = 1u << 5,  ///< RXNEIE: a byte has come, or was lost
    CT_USART_TRANSMIT = 1u << 7, ///< TXEIE: there is room for a byte: turn it off when there is none to send
};

/// From now on the interrupt comes for these events too. Not atomic with ct_usart_ignore().
ct_inline void ct_usart_listen(struct ct_usart usart, enum ct_usart_events events) {
    reg_write_raw(usart.registers->CR1, reg_raw(usart.registers->CR1) | events);
}
/// It does not come for these any more.
ct_inline void ct_usart_ignore(struct ct_usart usart, enum ct_usart_events events) {
    reg_write_raw(usart.registers->CR1, reg_raw(usart.registers->CR1) & ~(uint32_t)events);
}

/// A received byte, 0 to 255, or CT_WOULD_BLOCK (-1). Errors are counted; a byte with a wrong stop
/// bit or noise is dropped, after an overrun the byte that was in time is delivered.
ct_inline int ct_usart_take(struct ct_usart usart, struct ct_serial_errors *errors) {
    reg_snapshot(status, usart.registers->ISR);
    if (reg_any(status, USART_ISR_PE, USART_ISR_FE, USART_ISR_NF, USART_ISR_ORE))
        reg_write(usart.registers->ICR, USART_ICR_PECF(1), USART_ICR_FECF(1), USART_ICR_NCF(1),
                  USART_ICR_ORECF(1));
    if (reg_get(status, USART_ISR_ORE)) errors->overruns++;
    if (!reg_get(status, USART_ISR_RXNE)) return CT_WOULD_BLOCK;
    const int byte = (int)(reg_get(usart.registers->RDR, USART_RDR_RDR) & 0xFFu);
    if (reg_get(status, USART_ISR_FE)) {
        errors->framing++;
        return CT_WOULD_BLOCK;
    }
    if (reg_get(status, USART_ISR_NF)) {
        errors->noise++;
        return CT_WOULD_BLOCK;
    }
    return byte;
}

/// Hands over a byte: CT_OK, or CT_WOULD_BLOCK while the one before waits.
ct_inline CT_MUST_USE enum ct_error ct_usart_put(struct ct_usart usart, uint8_t byte) {
    if (!reg_get(usart.registers->ISR, USART_ISR_TXE)) return CT_WOULD_BLOCK;
    reg_write(usart.registers->TDR, USART_TDR_TDR(byte));
    return CT_OK;
}

/// CT_OK when the last stop bit has been sent, else CT_WOULD_BLOCK.
ct_inline CT_MUST_USE enum ct_error ct_usart_flush(struct ct_usart usart) {
    return reg_get(usart.registers->ISR, USART_ISR_TC) ? CT_OK : CT_WOULD_BLOCK;
}

/* ---- as hal/ sees it; the object is the address of a struct ct_usart */

/// One that has been started, as a serial port of hal/. Errors are said, one a call, and not counted.
#define CT_USART_SERIAL(name) ((struct ct_serial){&ct_usart_serial_ops, (void *)(uintptr_t)&(name)})

ct_outline int ct_usart_hal_read_(void *port) {
    const struct ct_usart *usart = port;
    struct USART_regs *registers = usart->registers;
    reg_snapshot(status, registers->ISR);
    if (reg_get(status, USART_ISR_ORE)) { // said before the byte that was in time
        reg_write(registers->ICR, USART_ICR_ORECF(1));
        return CT_OVERRUN;
    }
    if (!reg_get(status, USART_ISR_RXNE)) return CT_WOULD_BLOCK;
    const int byte = (int)(reg_get(registers->RDR, USART_RDR_RDR) & 0xFFu);
    if (!reg_any(status, USART_ISR_PE, USART_ISR_FE, USART_ISR_NF)) return byte;
    reg_write(registers->ICR, USART_ICR_PECF(1), USART_ICR_FECF(1), USART_ICR_NCF(1));
    return reg_get(status, USART_ISR_FE) ? CT_FRAMING : reg_get(status, USART_ISR_PE) ? CT_PARITY : CT_NOISE;
}
ct_inline enum ct_error ct_usart_hal_write_(void *port, uint8_t byte) {
    return ct_usart_put(*(const struct ct_usart *)port, byte);
}
ct_inline enum ct_error ct_usart_hal_flush_(void *port) {
    return ct_usart_flush(*(const struct ct_usart *)port);
}
static const __attribute__((unused)) struct ct_serial_ops ct_usart_serial_ops = {
    ct_usart_hal_read_, ct_usart_hal_write_, ct_usart_hal_flush_};

#endif
