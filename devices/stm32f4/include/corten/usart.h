// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// USARTs of the STM32F4: characters in and out, interrupts, error counts. 8N1, or any other format:
/// ct_usart_start_as(). By DMA: <corten/usart_dma.h>.
///
///     CT_USART(console, USART1);                               // claims USART1
///
///     ct_usart_start(console, board_apb2_hz, 115200);          // its pins are the caller's
///     ct_usart_listen(console, CT_USART_RECEIVE);              // from now on its interrupt comes
///     const int byte = ct_usart_take(console, &errors);        // in the handler
///     while (ct_usart_put(console, 'x')) {}
///
/// One receiver and one sender at a time; the two may be different contexts. RM0090, 30.
#ifndef CORTEN_USART_H
#define CORTEN_USART_H

#include <corten/claim.h>
#include <corten/hal/serial.h>
#include <corten/registers.h>
#include <corten/stm32.h>

/// At file scope: refuses pins of <corten/pin_alternate.h> that are not this port's. Of one wire, TX only.
///
///     CT_USART_PINS(USART1, console_tx, console_rx);           // or 'console_rx_is_USART1_RX' is undeclared
#define CT_USART_PINS(instance, tx, ...)                                                           \
    _Static_assert(tx##_is_##instance##_TX, "");                                                   \
    __VA_OPT__(CT_USART_PINS_(instance, __VA_ARGS__)) _Static_assert(1, "")
#define CT_USART_PINS_(instance, rx) _Static_assert(rx##_is_##instance##_RX, "");

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
    enum { name##_is_##instance = 1 };                                                             \
    CT_USART_CLAIMED_(name, CT_USART_OF_##instance)
#define CT_USART_CLAIMED_(name, which) CT_USART_MAKE_(name, CT_USART_PARTS_ which)
#define CT_USART_PARTS_(address, bus, bit) address, bus, bit
#define CT_USART_MAKE_(...) CT_USART_DEFINE_(__VA_ARGS__)
#define CT_USART_DEFINE_(name, address, bus, bit)                                                  \
    _Static_assert((address) != 0, #name ": this chip has no such serial port");                   \
    enum { name##_address_ = (address), name##_bus_ = (bus), name##_enable_bit_ = (bit) };         \
    static const __attribute__((unused)) struct ct_usart name = {CT_REG_AT(USART_regs, address), bus, bit}

// (address, bus, bit): RM0090, table 1 and 7.3.13, 7.3.14; RM0368, table 1 and 6.3.11, 6.3.12
#define CT_USART_OF_USART1 (0x40011000u, 2, 4)
#define CT_USART_OF_USART2 (0x40004400u, 1, 17)
#define CT_USART_OF_USART6 (0x40011400u, 2, 5)
#ifdef CT_STM32_HAS_USART3
#    define CT_USART_OF_USART3 (0x40004800u, 1, 18)
#    define CT_USART_OF_UART4  (0x40004C00u, 1, 19)
#    define CT_USART_OF_UART5  (0x40005000u, 1, 20)
#else
#    define CT_USART_OF_USART3 (0u, 1, 18)
#    define CT_USART_OF_UART4  (0u, 1, 19)
#    define CT_USART_OF_UART5  (0u, 1, 20)
#endif

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

/// How a character looks, where it is not 8N1; or-ed.
enum ct_usart_format {
    CT_USART_8N1 = 0,
    CT_USART_7_BITS = 1,     ///< with a parity
    CT_USART_9_BITS = 2,     ///< without
    CT_USART_EVEN = 4,
    CT_USART_ODD = 8,
    CT_USART_2_STOPS = 16,
    CT_USART_HALF_STOP = 32,
    CT_USART_1_5_STOPS = 64,
    CT_USART_ONE_WIRE = 128, ///< half duplex: both directions on the TX pin, which is open-drain; the port hears itself
    CT_USART_BY_8 = 256,     ///< 8 samples a bit: twice the fastest rate, half the tolerance
};

/// Turns a USART on in a format that is checked at compile time, as is the rate. Init.
#define ct_usart_start_as(usart, clock_hz, baud, format)                                           \
    do {                                                                                           \
        _Static_assert(!((format)&CT_USART_7_BITS) || (format) & (CT_USART_EVEN | CT_USART_ODD),   \
                       #usart ": characters of 7 bits need a parity");                             \
        _Static_assert(!((format)&CT_USART_9_BITS) || !((format) & (CT_USART_EVEN | CT_USART_ODD)), \
                       #usart ": characters of 9 bits have no room for a parity");                 \
        _Static_assert(((format) & (CT_USART_EVEN | CT_USART_ODD)) != (CT_USART_EVEN | CT_USART_ODD), \
                       #usart ": the parity is even or odd");                                      \
        _Static_assert(CT_USART_DIVISOR(clock_hz, baud) >= ((format)&CT_USART_BY_8 ? 8 : 16) &&    \
                           CT_USART_DIVISOR(clock_hz, baud) <= ((format)&CT_USART_BY_8 ? 32767 : 65535) && \
                           CT_BAUD_IS_NEAR(clock_hz,                                               \
                                           (uint64_t)(baud)*CT_USART_DIVISOR(clock_hz, baud)),     \
                       #usart ": this baud rate is off by more than 2 % at this clock");           \
        ct_usart_start_formatted_((usart), CT_USART_DIVISOR(clock_hz, baud), (format));            \
    } while (0)

ct_inline void ct_usart_enable_(struct ct_usart usart) { // and read back: two cycles until it answers
    if (usart.bus == 1) {
        reg_write_raw(RCC->APB1ENR, reg_raw(RCC->APB1ENR) | 1u << usart.enable_bit);
        (void)reg_raw(RCC->APB1ENR);
    } else {
        reg_write_raw(RCC->APB2ENR, reg_raw(RCC->APB2ENR) | 1u << usart.enable_bit);
        (void)reg_raw(RCC->APB2ENR);
    }
}

ct_inline void ct_usart_start_formatted_(struct ct_usart usart, uint32_t divisor, unsigned format) {
    struct USART_regs *registers = usart.registers;
    const bool has_parity = format & (CT_USART_EVEN | CT_USART_ODD), by_8 = format & CT_USART_BY_8;
    ct_usart_enable_(usart);
    reg_write_raw(registers->CR1, 0);
    if (by_8) { // three bits of fraction: 30.3.4
        reg_write(registers->BRR, USART_BRR_DIV_Mantissa(divisor >> 3), USART_BRR_DIV_Fraction(divisor & 7u));
    } else {
        reg_write(registers->BRR, USART_BRR_DIV_Mantissa(divisor >> 4), USART_BRR_DIV_Fraction(divisor));
    }
    reg_write(registers->CR2, USART_CR2_STOP(format & CT_USART_2_STOPS     ? 2u
                                             : format & CT_USART_HALF_STOP ? 1u
                                             : format & CT_USART_1_5_STOPS ? 3u
                                                                           : 0u));
    reg_write(registers->CR3, USART_CR3_HDSEL(format & CT_USART_ONE_WIRE ? 1u : 0u));
    reg_write(registers->CR1, USART_CR1_UE(1), USART_CR1_RE(1), USART_CR1_TE(1), USART_CR1_PCE(has_parity),
              USART_CR1_PS(format & CT_USART_ODD ? 1u : 0u),
              USART_CR1_M(has_parity ? !(format & CT_USART_7_BITS) : (format & CT_USART_9_BITS) != 0),
              USART_CR1_OVER8(by_8));
}

/// 8N1 with a divisor that somebody has checked.
ct_inline void ct_usart_start_divided(struct ct_usart usart, uint32_t divisor) {
    struct USART_regs *registers = usart.registers;
    ct_usart_enable_(usart);
    if (reg_get(registers->CR1, USART_CR1_UE)) reg_write_raw(registers->CR1, 0); // BRR is locked then
    reg_write(registers->BRR, USART_BRR_DIV_Mantissa(divisor >> 4), USART_BRR_DIV_Fraction(divisor));
    reg_write(registers->CR1, USART_CR1_UE(1), USART_CR1_RE(1), USART_CR1_TE(1));
}

/// Turns it off, after the character that is being sent; what was not taken is lost.
ct_inline void ct_usart_stop(struct ct_usart usart) { reg_write_raw(usart.registers->CR1, 0); }

/// What the interrupt comes for.
enum ct_usart_events {
    CT_USART_RECEIVE = 1u << 5,  ///< RXNEIE: a byte has come, or was lost
    CT_USART_TRANSMIT = 1u << 7, ///< TXEIE: there is room for a byte: turn it off when there is none to send
    CT_USART_SENT = 1u << 6,     ///< TCIE: the last stop bit has been sent
    CT_USART_IDLE = 1u << 4,     ///< IDLEIE: the line has been quiet for a character's time after one
};

/// From now on the interrupt comes for these events too. Not atomic with ct_usart_ignore().
ct_inline void ct_usart_listen(struct ct_usart usart, enum ct_usart_events events) {
    reg_write_raw(usart.registers->CR1, reg_raw(usart.registers->CR1) | events);
}
/// It does not come for these any more.
ct_inline void ct_usart_ignore(struct ct_usart usart, enum ct_usart_events events) {
    reg_write_raw(usart.registers->CR1, reg_raw(usart.registers->CR1) & ~(uint32_t)events);
}

/// What <corten/hal/serial_buffered.h> wants: the interrupt comes for bytes, and for room where
/// `has_room` is true.
///
///     CT_SERIAL_BUFFERED(link, CT_USART_SERIAL(&port), 64, 256, ct_usart_interrupt_when(console, has_room));
ct_inline void ct_usart_interrupt_when(struct ct_usart usart, bool has_room) {
    const uint32_t others = reg_raw(usart.registers->CR1) & ~(uint32_t)CT_USART_TRANSMIT;
    reg_write_raw(usart.registers->CR1, others | CT_USART_RECEIVE | (has_room ? CT_USART_TRANSMIT : 0u));
}

/// A received byte, 0 to 255, or CT_WOULD_BLOCK (-1). Errors are counted; a byte with a wrong stop
/// bit or parity, or noise, is dropped, after an overrun the byte that was in time is delivered.
ct_inline int ct_usart_take(struct ct_usart usart, struct ct_serial_errors *errors) {
    reg_snapshot(status, usart.registers->SR);
    if (!reg_any(status, USART_SR_RXNE, USART_SR_ORE)) return CT_WOULD_BLOCK;
    const int byte = (int)(reg_get(usart.registers->DR, USART_DR_DR) & 0xFFu); // clears the errors
    if (reg_get(status, USART_SR_ORE)) errors->overruns++;
    if (!reg_get(status, USART_SR_RXNE)) return CT_WOULD_BLOCK;
    if (reg_get(status, USART_SR_FE)) {
        errors->framing++;
        return CT_WOULD_BLOCK;
    }
    if (reg_get(status, USART_SR_NE)) {
        errors->noise++;
        return CT_WOULD_BLOCK;
    }
    if (reg_get(status, USART_SR_PE)) {
        errors->parity++;
        return CT_WOULD_BLOCK;
    }
    return byte;
}

/// A character of 7, 8 or 9 `bits` (of data, without the parity): 0 to 511. CT_WOULD_BLOCK while there
/// is none. CT_FRAMING, CT_NOISE, CT_PARITY: it was damaged, and dropped. CT_OVERRUN: those after it
/// were lost; the character itself, which came in time, is put into *kept (negative: there is none)
/// and is what the next call returns.
ct_inline int ct_usart_read(struct ct_usart usart, unsigned bits, int16_t *kept) {
    if (*kept >= 0) {
        const int character = *kept;
        *kept = -1;
        return character;
    }
    reg_snapshot(status, usart.registers->SR);
    if (!reg_any(status, USART_SR_RXNE, USART_SR_ORE)) return CT_WOULD_BLOCK;
    const int character = (int)(reg_raw(usart.registers->DR) & ((1u << bits) - 1u)); // clears the errors
    if (reg_any(status, USART_SR_PE, USART_SR_FE, USART_SR_NE))
        return reg_get(status, USART_SR_FE) ? CT_FRAMING : reg_get(status, USART_SR_NE) ? CT_NOISE : CT_PARITY;
    if (!reg_get(status, USART_SR_ORE)) return character;
    if (reg_get(status, USART_SR_RXNE)) *kept = (int16_t)character;
    return CT_OVERRUN;
}

/// Hands over a character of up to 9 bits: CT_OK, or CT_WOULD_BLOCK while the one before waits.
ct_inline CT_MUST_USE enum ct_error ct_usart_write(struct ct_usart usart, uint16_t character) {
    if (!reg_get(usart.registers->SR, USART_SR_TXE)) return CT_WOULD_BLOCK;
    reg_write(usart.registers->DR, USART_DR_DR(character));
    return CT_OK;
}

/// Whether the line went quiet after characters; forgets it. RM0090, 30.3.3 (IDLE). It reads the data
/// register to do so: take what was received before.
ct_inline bool ct_usart_take_idle(struct ct_usart usart) {
    if (!reg_get(usart.registers->SR, USART_SR_IDLE)) return false;
    (void)reg_raw(usart.registers->DR);
    return true;
}

/// On one wire the port hears what it sends, too: its receiver off while it sends, on while it listens.
ct_inline void ct_usart_hear(struct ct_usart usart, bool on) {
    if (on) {
        reg_set(usart.registers->CR1, USART_CR1_RE);
    } else {
        reg_clear(usart.registers->CR1, USART_CR1_RE);
    }
}

/// Hands over a byte: CT_OK, or CT_WOULD_BLOCK while the one before waits.
ct_inline CT_MUST_USE enum ct_error ct_usart_put(struct ct_usart usart, uint8_t byte) {
    if (!reg_get(usart.registers->SR, USART_SR_TXE)) return CT_WOULD_BLOCK;
    reg_write(usart.registers->DR, USART_DR_DR(byte));
    return CT_OK;
}

/// CT_OK when the last stop bit has been sent, else CT_WOULD_BLOCK.
ct_inline CT_MUST_USE enum ct_error ct_usart_flush(struct ct_usart usart) {
    return reg_get(usart.registers->SR, USART_SR_TC) ? CT_OK : CT_WOULD_BLOCK;
}

/* ---- as hal/ sees it */

/// A USART that has been started with characters of 7 or 8 bits, as a serial port of hal/, whose
/// object it is: `static struct ct_usart_port port = CT_USART_PORT(console, 8);`.
struct ct_usart_port {
    struct ct_usart usart;
    uint8_t bits;
    int16_t kept;
};
#define CT_USART_PORT(name, bits_) {CT_USART_VALUE_(name), .bits = (bits_), .kept = -1}
#define CT_USART_VALUE_(name)                                                                      \
    .usart = {CT_REG_AT(USART_regs, name##_address_), name##_bus_, name##_enable_bit_}
/// The serial port of a struct ct_usart_port.
#define CT_USART_SERIAL(port) ((struct ct_serial){&ct_usart_serial_ops, (port)})

ct_inline int ct_usart_hal_read_(void *object) {
    struct ct_usart_port *port = object;
    return ct_usart_read(port->usart, port->bits, &port->kept);
}
ct_inline enum ct_error ct_usart_hal_write_(void *object, uint8_t byte) {
    return ct_usart_put(((struct ct_usart_port *)object)->usart, byte);
}
ct_inline enum ct_error ct_usart_hal_flush_(void *object) {
    return ct_usart_flush(((struct ct_usart_port *)object)->usart);
}
static const __attribute__((unused)) struct ct_serial_ops ct_usart_serial_ops = {
    ct_usart_hal_read_, ct_usart_hal_write_, ct_usart_hal_flush_};

#endif
