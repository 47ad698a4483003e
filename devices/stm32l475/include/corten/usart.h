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
    struct ct_usart_registers *registers;
    volatile uint32_t *enable; ///< the register of the RCC, and the bit, that give it its clock
    uint8_t enable_bit;
};

/// At file scope: claims a USART or UART of the chip under a name. Refused: one that is claimed
/// already ("USART1_is_already_claimed"), one that the chip has not.
#define CT_USART(name, instance)                                                                   \
    CT_CLAIM_(instance);                                                                           \
    CT_USART_CLAIMED_(name, CT_USART_OF_##instance)
#define CT_USART_CLAIMED_(name, which)                                                             \
    static const __attribute__((unused)) struct ct_usart name = CT_USART_MAKE_ which
#define CT_USART_MAKE_(address, enable, bit)                                                       \
    {(struct ct_usart_registers *)address, &CT_RCC->enable, bit}

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
    *usart.enable |= 1u << usart.enable_bit;
    (void)*usart.enable; // two cycles until it answers
    if (usart.registers->CR1 & CT_USART_CR1_UE) usart.registers->CR1 = 0; // BRR is locked then
    usart.registers->BRR = divisor;
    usart.registers->CR1 = CT_USART_CR1_UE | CT_USART_CR1_RE | CT_USART_CR1_TE;
}

/// What the interrupt comes for.
enum ct_usart_events {
    CT_USART_RECEIVE = CT_USART_CR1_RXNEIE, ///< a byte has come, or was lost
    CT_USART_TRANSMIT = CT_USART_CR1_TXEIE, ///< there is room for a byte: turn it off when there is none to send
};

/// From now on the interrupt comes for these events too. Not atomic with ct_usart_ignore().
ct_inline void ct_usart_listen(struct ct_usart usart, enum ct_usart_events events) {
    usart.registers->CR1 |= events;
}
/// It does not come for these any more.
ct_inline void ct_usart_ignore(struct ct_usart usart, enum ct_usart_events events) {
    usart.registers->CR1 &= ~(uint32_t)events;
}

/// A received byte, 0 to 255, or CT_WOULD_BLOCK (-1). Errors are counted; a byte with a wrong stop
/// bit or noise is dropped, after an overrun the byte that was in time is delivered.
ct_inline int ct_usart_take(struct ct_usart usart, struct ct_serial_errors *errors) {
    const uint32_t status = usart.registers->ISR;
    if (status & CT_USART_ICR_ERRORS) usart.registers->ICR = CT_USART_ICR_ERRORS;
    if (status & CT_USART_ISR_ORE) errors->overruns++;
    if (!(status & CT_USART_ISR_RXNE)) return CT_WOULD_BLOCK;
    const int byte = (int)(usart.registers->RDR & 0xFFu);
    if (status & CT_USART_ISR_FE) {
        errors->framing++;
        return CT_WOULD_BLOCK;
    }
    if (status & CT_USART_ISR_NF) {
        errors->noise++;
        return CT_WOULD_BLOCK;
    }
    return byte;
}

/// Hands over a byte: CT_OK, or CT_WOULD_BLOCK while the one before waits.
ct_inline CT_MUST_USE enum ct_error ct_usart_put(struct ct_usart usart, uint8_t byte) {
    if (!(usart.registers->ISR & CT_USART_ISR_TXE)) return CT_WOULD_BLOCK;
    usart.registers->TDR = byte;
    return CT_OK;
}

/// CT_OK when the last stop bit has been sent, else CT_WOULD_BLOCK.
ct_inline CT_MUST_USE enum ct_error ct_usart_flush(struct ct_usart usart) {
    return usart.registers->ISR & CT_USART_ISR_TC ? CT_OK : CT_WOULD_BLOCK;
}

#endif
