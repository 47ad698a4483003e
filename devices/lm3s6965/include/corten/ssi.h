// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// SSI of the LM3S6965 (Arm PL022) as an SPI bus of hal/.
///
///     CT_SSI(card_bus, SSI0, 50000000);                        // claims SSI0; core clock in Hz
///
///     ct_ssi_start(card_bus, 400000, CT_SPI_MODE_0);           // its pins are the caller's
///     CT_MUST(ct_spi_bus_write(CT_SSI_BUS(card_bus), data, 4));    // as hal/ sees it
///     const int answer = ct_ssi_exchange(card_bus, 0xFF);      // a single byte
///
/// Frames of 8 bits, eight of them on their way at most, so that none is lost. Every wait ends with
/// CT_TIMEOUT after a number of looks that the slowest byte cannot need (it lasts 520,192 cycles);
/// what was on its way is dropped then, and the bus can be used again. One context at a time.
/// Data sheet DS-LM3S6965-12746.2515, 13.
#ifndef CORTEN_SSI_H
#define CORTEN_SSI_H

#include <corten/claim.h>
#include <corten/hal/spi.h>
#include <corten/registers.h>

/// An SSI. Made by CT_SSI; a constant, so that nothing of it is left in the machine code.
struct ct_ssi {
    struct SSI_regs *registers;
    uint32_t clock_hz;
    uint8_t enable_bit; ///< of RCGC1
};

/// At file scope: claims SSI0 under a name. Refused: if it is claimed already. `clock_hz`: the core's.
#define CT_SSI(name, instance, clock_hz)                                                           \
    CT_CLAIM_(instance);                                                                           \
    CT_SSI_CLAIMED(name, instance, clock_hz)
/// The same without the claim, for headers whose source file has it.
#define CT_SSI_CLAIMED(name, instance, clock_hz)                                                   \
    enum { name##_clock_hz_ = (clock_hz) };                                                        \
    CT_SSI_CLAIMED_(name, clock_hz, CT_SSI_OF_##instance);                                         \
    CT_SSI_OPERATIONS_(name)
#define CT_SSI_CLAIMED_(name, clock_hz, which)                                                     \
    static const __attribute__((unused)) struct ct_ssi name = CT_SSI_MAKE_(clock_hz, CT_SSI_PAIR_ which)
#define CT_SSI_PAIR_(address, bit)                CT_REG_AT(SSI_regs, address), bit
#define CT_SSI_MAKE_(clock_hz, ...)               CT_SSI_MAKE_AS_(clock_hz, __VA_ARGS__)
#define CT_SSI_MAKE_AS_(clock_hz, registers, bit) {registers, clock_hz, bit}

// (address, bit of RCGC1): data sheet, table 2-8 and register 22 of chapter 5
#define CT_SSI_OF_SSI0 (0x40008000u, 4)

/// The rate is clock / (prescaler * (1 + SCR)), both as small as possible: the even prescaler, 2 to
/// 254, for the highest rate that is not above `hz`, and SCR, 0 to 255 (13.3.1).
#define CT_SSI_TOTAL_(clock_hz, hz) (((clock_hz) + (hz)-1u) / (hz))
#define CT_SSI_PRESCALER(clock_hz, hz)                                                             \
    (CT_SSI_TOTAL_(clock_hz, hz) <= 2 ? 2u : 2u * ((CT_SSI_TOTAL_(clock_hz, hz) + 511u) / 512u))
#define CT_SSI_SCR(clock_hz, hz)                                                                   \
    ((CT_SSI_TOTAL_(clock_hz, hz) + CT_SSI_PRESCALER(clock_hz, hz) - 1u) /                         \
         CT_SSI_PRESCALER(clock_hz, hz) -                                                          \
     1u)
/// What comes of it, in Hz, rounded down.
#define CT_SSI_HZ(clock_hz, hz)                                                                    \
    ((clock_hz) / (CT_SSI_PRESCALER(clock_hz, hz) * (CT_SSI_SCR(clock_hz, hz) + 1u)))

enum { CT_SSI_TRIES = 200000 }; ///< looks at a flag, 5 cycles each or more: a million cycles

/// Turns an SSI on as a master, at the highest rate that is not above `hz`. `ssi` is a name that
/// CT_SSI made, `hz` a constant. Refused: a speed that its clock cannot make to within a third. Init.
#define ct_ssi_start(ssi, hz, mode)                                                                \
    do {                                                                                           \
        CT_SSI_CHECK_SPEED(#ssi, ssi##_clock_hz_, hz);                                             \
        ct_ssi_enable(ssi);                                                                        \
        CT_IGNORE(ct_ssi_configure((ssi), (struct ct_spi_config){(hz), (mode)}));                  \
    } while (0)

/// `subject: this SPI speed is more than a third away from what this clock can make`, at compile time.
#define CT_SSI_CHECK_SPEED(subject, clock_hz, hz)                                                  \
    _Static_assert((hz) > 0 && CT_SSI_PRESCALER((uint32_t)(clock_hz), hz) <= 254u &&               \
                       CT_SSI_HZ((uint32_t)(clock_hz), hz) * 3u >= (hz)*2u,                        \
                   subject ": this SPI speed is more than a third away from what this clock can make")

/// Gives the SSI its clock: once, before anything else is done with it. ct_ssi_start() does it.
ct_inline void ct_ssi_enable(struct ct_ssi ssi) {
    reg_write_raw(SYSCTL->RCGC1, reg_raw(SYSCTL->RCGC1) | 1u << ssi.enable_bit);
    (void)reg_raw(SYSCTL->RCGC1); // three cycles until it answers
    (void)reg_raw(SYSCTL->RCGC1);
}

/// Another speed or mode; the bus must be idle. CT_OUT_OF_RANGE: too slow to be made (or 0).
ct_inline enum ct_error ct_ssi_configure(struct ct_ssi ssi, struct ct_spi_config config) {
    if (config.hz == 0 || ssi.clock_hz / config.hz > 254u * 256u) return CT_OUT_OF_RANGE;
    const uint32_t prescaler = CT_SSI_PRESCALER(ssi.clock_hz, config.hz);
    if (prescaler > 254u) return CT_OUT_OF_RANGE;
    struct SSI_regs *registers = ssi.registers;
    reg_write(registers->CR1, SSI_CR1_SSE(0), SSI_CR1_MS_Master);
    reg_write_raw(registers->CPSR, prescaler);
    reg_write(registers->CR0, SSI_CR0_DSS(8 - 1), SSI_CR0_FRF_Spi, SSI_CR0_SPO(config.mode >> 1),
              SSI_CR0_SPH(config.mode & 1u), SSI_CR0_SCR(CT_SSI_SCR(ssi.clock_hz, config.hz)));
    reg_write(registers->CR1, SSI_CR1_SSE(1), SSI_CR1_MS_Master);
    return CT_OK;
}

/* ---- byte by byte */

/// Hands over a byte: CT_OK, or CT_WOULD_BLOCK while eight wait.
ct_inline CT_MUST_USE enum ct_error ct_ssi_put(struct ct_ssi ssi, uint8_t byte) {
    if (!reg_get(ssi.registers->SR, SSI_SR_TNF)) return CT_WOULD_BLOCK;
    reg_write(ssi.registers->DR, SSI_DR_DATA(byte));
    return CT_OK;
}

/// What came while a byte was sent, 0 to 255; CT_WOULD_BLOCK (-1) while there is none.
ct_inline CT_MUST_USE int ct_ssi_take(struct ct_ssi ssi) {
    if (!reg_get(ssi.registers->SR, SSI_SR_RNE)) return CT_WOULD_BLOCK;
    return (int)(reg_get(ssi.registers->DR, SSI_DR_DATA) & 0xFFu);
}

/// Sends a byte and returns what came meanwhile, 0 to 255, or CT_TIMEOUT.
ct_inline CT_MUST_USE int ct_ssi_exchange(struct ct_ssi ssi, uint8_t byte) {
    reg_write(ssi.registers->DR, SSI_DR_DATA(byte));
    for (uint32_t tries = CT_SSI_TRIES; tries; tries--)
        if (reg_get(ssi.registers->SR, SSI_SR_RNE)) return (int)(reg_get(ssi.registers->DR, SSI_DR_DATA) & 0xFFu);
    return CT_TIMEOUT;
}

/* ---- many bytes */

/// What ct_spi_bus_transfer() does.
ct_inline enum ct_error ct_ssi_transfer(struct ct_ssi ssi, const uint8_t *write, uint8_t *read,
                                        size_t length) {
    uint32_t tries = CT_SSI_TRIES;
    for (size_t sent = 0, received = 0; received < length;) {
        if (sent < length && sent - received < 8u) { // as many as the receive FIFO can hold
            reg_write(ssi.registers->DR, SSI_DR_DATA(write ? write[sent] : 0xFFu));
            sent++;
        }
        const int byte = ct_ssi_take(ssi);
        if (byte >= 0) {
            if (read) read[received] = (uint8_t)byte;
            received++;
            tries = CT_SSI_TRIES;
        } else if (--tries == 0) {
            reg_clear(ssi.registers->CR1, SSI_CR1_SSE);
            while (ct_ssi_take(ssi) >= 0) {} // eight at most
            reg_set(ssi.registers->CR1, SSI_CR1_SSE);
            return CT_TIMEOUT;
        }
    }
    return CT_OK;
}

/// What ct_spi_bus_flush() does.
ct_inline enum ct_error ct_ssi_flush(struct ct_ssi ssi) {
    for (uint32_t tries = CT_SSI_TRIES; tries; tries--)
        if (!reg_get(ssi.registers->SR, SSI_SR_BSY)) return CT_OK;
    return CT_TIMEOUT;
}

/* ---- as hal/ sees it: functions of its own for each SSI */

/// A claimed SSI as a bus of hal/; `name` is the one given to CT_SSI.
#define CT_SSI_BUS(name) ((struct ct_spi_bus){&name##_bus_ops_, NULL})

#define CT_SSI_OPERATIONS_(name)                                                                   \
    static CT_NOINLINE __attribute__((unused)) enum ct_error name##_transfer_(                     \
        void *object, const uint8_t *write, uint8_t *read, size_t length) {                        \
        (void)object;                                                                              \
        return ct_ssi_transfer(name, write, read, length);                                         \
    }                                                                                              \
    ct_inline enum ct_error name##_flush_(void *object) {                                          \
        (void)object;                                                                              \
        return ct_ssi_flush(name);                                                                 \
    }                                                                                              \
    static CT_NOINLINE __attribute__((unused)) enum ct_error name##_configure_(                    \
        void *object, struct ct_spi_config config) {                                               \
        (void)object;                                                                              \
        return ct_ssi_configure(name, config);                                                     \
    }                                                                                              \
    static const __attribute__((unused)) struct ct_spi_bus_ops name##_bus_ops_ = {                 \
        name##_transfer_, name##_flush_, name##_configure_}

#endif
