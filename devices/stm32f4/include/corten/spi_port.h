// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// SPIs of the STM32F4: master and slave, frames of 8 or 16 bits, CRC.
///
///     CT_SPI_PORT(flash_port, SPI1);                                // claims SPI1
///
///     CT_SPI_PORT_BUS(flash_bus, flash_port, board_apb2_hz);        // for hal/
///
///     ct_spi_port_start(flash_port, board_apb2_hz, 10500000, .mode = CT_SPI_MODE_3);
///     const int came = ct_spi_port_exchange(flash_port, 0x9F);      // one frame out, one in
///     CT_MUST(ct_spi_bus_write(CT_SPI_PORT_AS_BUS(flash_bus), text, sizeof text));
///
/// Every wait has a time-out, in looks at a flag: CT_SPI_PORT_TRIES. After an error the flags are
/// cleared and the port can be used at once; the frame in question is lost. Contexts: one at a time a
/// port; starting belongs to init. Its pins are the caller's. RM0090 28.3, RM0368 20.3.
#ifndef CORTEN_SPI_PORT_H
#define CORTEN_SPI_PORT_H

#include <corten/apb.h>
#include <corten/claim.h>
#include <corten/critical.h>
#include <corten/hal/spi.h>
#include <corten/pin_alternate.h>

/// An SPI. Made by CT_SPI_PORT; a constant, so that nothing of it is left in the machine code.
struct ct_spi_port {
    struct SPI_regs *registers;
    uint8_t bus;        ///< APB 1 or 2
    uint8_t enable_bit; ///< of the bus's enable register
};

/// At file scope: claims an SPI of the chip under a name. Refused: one that is claimed already
/// ("SPI1_is_already_claimed"), one that the chip has not.
#define CT_SPI_PORT(name, instance)                                                                \
    CT_CLAIM_(instance);                                                                           \
    CT_SPI_PORT_CLAIMED(name, instance)

/// The same without the claim, for headers whose source file has it.
#define CT_SPI_PORT_CLAIMED(name, instance) CT_SPI_PORT_MAKE_(name, instance, CT_SPI_PORT_OF_##instance)
#define CT_SPI_PORT_MAKE_(name, instance, ...) CT_SPI_PORT_MAKE1_(name, instance, __VA_ARGS__)
#define CT_SPI_PORT_MAKE1_(name, instance, address, bus, bit)                                      \
    enum {                                                                                         \
        name##_address_ = (address),                                                               \
        name##_bus_ = (bus),                                                                       \
        name##_bit_ = (bit),                                                                       \
        name##_most_hz_ = (bus) == 1 ? 21000000 : 42000000, /* data sheets: SPI characteristics */ \
        name##_exists_ = sizeof(*instance),                                                        \
    };                                                                                             \
    static const __attribute__((unused)) struct ct_spi_port name = {CT_REG_AT(SPI_regs, address), bus, bit}

/// At file scope: refuses pins of CT_PIN_ALTERNATE that are not this SPI's ("sck_is_SPI1_SCK" is
/// undeclared): CT_SPI_PORT_CHECK_PINS(SPI1, sck, miso, mosi).
#define CT_SPI_PORT_CHECK_PINS(instance, sck, miso, mosi)                                          \
    CT_PIN_CHECK_SIGNAL(sck, instance##_SCK);                                                      \
    CT_PIN_CHECK_SIGNAL(miso, instance##_MISO);                                                    \
    CT_PIN_CHECK_SIGNAL(mosi, instance##_MOSI)

// address, bus, bit: RM0090 table 1, 7.3.13, 7.3.14; RM0368 table 1, 6.3.11, 6.3.12
#define CT_SPI_PORT_OF_SPI1 0x40013000u, 2, 12
#define CT_SPI_PORT_OF_SPI2 0x40003800u, 1, 14
#define CT_SPI_PORT_OF_SPI3 0x40003C00u, 1, 15
#define CT_SPI_PORT_OF_SPI4 0x40013400u, 2, 13

/// What differs from mode 0, 8 bits, most significant bit first, no CRC.
struct ct_spi_port_setup {
    enum ct_spi_mode mode;
    uint8_t bits;            ///< of a frame: 8 (or 0) or 16
    bool is_lsb_first;
    bool has_select;         ///< the pin NSS selects a slave, or turns a master off (CT_MODE_FAULT)
    bool is_one_wire_;       ///< by ct_spi_port_start_one_wire()
    uint16_t crc_polynomial; ///< odd; 0: no CRC. As wide as a frame (RM0090 28.3.6)
};

/// Looks at a flag before it is given up. The longest frame takes 16 bits * 256 (divider) * 16 (bus)
/// clocks of the core, and a look at least four.
#define CT_SPI_PORT_TRIES 65536u

/// The divider (field BR: clock / 2^(BR + 1)) for a rate that is not above `hz`, and the rate.
#define CT_SPI_PORT_BR(clock_hz, hz)                                                               \
    ((clock_hz) <= 2ull * (hz)     ? 0u                                                            \
     : (clock_hz) <= 4ull * (hz)   ? 1u                                                            \
     : (clock_hz) <= 8ull * (hz)   ? 2u                                                            \
     : (clock_hz) <= 16ull * (hz)  ? 3u                                                            \
     : (clock_hz) <= 32ull * (hz)  ? 4u                                                            \
     : (clock_hz) <= 64ull * (hz)  ? 5u                                                            \
     : (clock_hz) <= 128ull * (hz) ? 6u                                                            \
                                   : 7u)
#define CT_SPI_PORT_RATE(clock_hz, hz) ((clock_hz) >> (CT_SPI_PORT_BR(clock_hz, hz) + 1u))

// Stands before every use of a port by its name.
#define CT_SPI_PORT_IS_CLAIMED_(port)                                                              \
    _Static_assert(__builtin_types_compatible_p(__typeof__(port), const struct ct_spi_port),       \
                   #port " was never claimed: it needs a CT_SPI_PORT at file scope")
#define CT_SPI_PORT_CHECK_LIMITS_(port, clock_hz, hz)                                              \
    CT_SPI_PORT_IS_CLAIMED_(port);                                                                 \
    _Static_assert((hz) <= port##_most_hz_, #port ": this rate is above the limit of this SPI");   \
    _Static_assert((clock_hz) / 256 <= (hz), #port ": this clock cannot be divided down to this rate")

/// Turns an SPI on as master. The rate is one of the clock's 2nd, 4th … 256th part, within 10 % of
/// `hz`, or it does not compile. Then what differs from struct ct_spi_port_setup's zeros, as
/// `.mode = 3, .bits = 16`. `clock_hz`: its bus's; all constants. Init.
#define ct_spi_port_start(port, clock_hz, hz, ...)                                                 \
    do {                                                                                           \
        CT_SPI_PORT_CHECK_LIMITS_(port, clock_hz, hz);                                             \
        _Static_assert(CT_SPI_PORT_RATE(clock_hz, (hz) + (hz) / 10) * 10ull >= (hz)*9ull,          \
                       #port ": this clock cannot make this rate within 10 %");                    \
        ct_spi_port_start_((port), CT_SPI_PORT_BR(clock_hz, (hz) + (hz) / 10), true,               \
                           (struct ct_spi_port_setup){__VA_ARGS__});                               \
    } while (0)

/// The same with the highest rate that is not above `hz`: from there to the half of it.
#define ct_spi_port_start_below(port, clock_hz, hz, ...)                                           \
    do {                                                                                           \
        CT_SPI_PORT_CHECK_LIMITS_(port, clock_hz, hz);                                             \
        ct_spi_port_start_((port), CT_SPI_PORT_BR(clock_hz, hz), true,                             \
                           (struct ct_spi_port_setup){__VA_ARGS__});                               \
    } while (0)

/// As ct_spi_port_start(), with data in both directions on the wire MOSI, by ct_spi_port_write_one_wire() and
/// ct_spi_port_read_one_wire() alone; MISO is free. Frames of 8 bits, without CRC. RM0090 28.3.5.
#define ct_spi_port_start_one_wire(port, clock_hz, hz, spi_mode, lsb_first)                        \
    ct_spi_port_start(port, clock_hz, hz, .is_one_wire_ = true, .mode = (spi_mode), .is_lsb_first = (lsb_first))

/// Turns an SPI on as slave: the other side makes the clock, at most half that of the bus.
#define ct_spi_port_start_slave(port, ...)                                                         \
    do {                                                                                           \
        CT_SPI_PORT_IS_CLAIMED_(port);                                                             \
        ct_spi_port_start_((port), 0, false, (struct ct_spi_port_setup){__VA_ARGS__});             \
    } while (0)

// After a time-out: the frame that does not end is dropped; settings and CRC's polynomial stay.
static CT_NOINLINE __attribute__((unused)) enum ct_error ct_spi_port_timeout_(struct ct_spi_port port) {
    struct SPI_regs *registers = port.registers;
    const uint32_t cr1 = reg_raw(registers->CR1) & ~(uint32_t)reg_mask(SPI_CR1_CRCNEXT);
    const uint32_t cr2 = reg_raw(registers->CR2), polynomial = reg_raw(registers->CRCPR);
    CT_CRITICAL ct_apb_reset(port.bus, port.enable_bit);
    reg_write_raw(registers->CRCPR, polynomial);
    reg_write_raw(registers->CR2, cr2);
    reg_write_raw(registers->CR1, cr1);
    return CT_TIMEOUT;
}

ct_inline void ct_spi_port_start_(struct ct_spi_port port, uint32_t divider, bool is_master,
                                  struct ct_spi_port_setup setup) {
    struct SPI_regs *registers = port.registers;
    ct_apb_enable(port.bus, port.enable_bit);
    if (reg_get(registers->SR, SPI_SR_BSY)) CT_IGNORE(ct_spi_port_timeout_(port)); // a frame on its way
    reg_write_raw(registers->CR1, 0); // settings can change while it is off only
    reg_write_raw(registers->CR2, 0);
    (void)reg_raw(registers->DR); // what nobody took
    (void)reg_raw(registers->SR);
    if (setup.crc_polynomial) reg_write(registers->CRCPR, SPI_CRCPR_CRCPOLY(setup.crc_polynomial));
    reg_write(registers->CR1, SPI_CR1_CPHA(setup.mode), SPI_CR1_CPOL(setup.mode >> 1),
              SPI_CR1_MSTR(is_master), SPI_CR1_BR(divider), SPI_CR1_SPE(1),
              SPI_CR1_LSBFIRST(setup.is_lsb_first), SPI_CR1_SSI(is_master && !setup.has_select),
              SPI_CR1_SSM(!setup.has_select), SPI_CR1_DFF(setup.bits == 16),
              SPI_CR1_CRCEN(setup.crc_polynomial != 0), SPI_CR1_BIDIMODE(setup.is_one_wire_),
              SPI_CR1_BIDIOE(setup.is_one_wire_));
}

/// Other settings of a master that runs: its mode and divider (CT_SPI_PORT_BR), between transfers.
ct_inline void ct_spi_port_change(struct ct_spi_port port, unsigned mode, uint32_t divider) {
    struct SPI_regs *registers = port.registers;
    reg_clear(registers->CR1, SPI_CR1_SPE);
    reg_modify(registers->CR1, SPI_CR1_CPHA(mode), SPI_CR1_CPOL(mode >> 1), SPI_CR1_BR(divider));
    reg_set(registers->CR1, SPI_CR1_SPE);
}

// The errors in a status that was read, as an enum ct_error; clears them.
static CT_NOINLINE __attribute__((unused)) enum ct_error ct_spi_port_error_(struct ct_spi_port port,
                                                                          uint32_t status) {
    struct SPI_regs *registers = port.registers;
    if (status & reg_mask(SPI_SR_OVR)) { // reading DR, then SR, clears it
        (void)reg_raw(registers->DR);
        (void)reg_raw(registers->SR);
        return CT_OVERRUN;
    }
    if (status & reg_mask(SPI_SR_MODF)) { // NSS was pulled low: it is no master any more, and off
        (void)reg_raw(registers->SR);
        const uint32_t cr1 = reg_raw(registers->CR1);
        reg_write_raw(registers->CR1, cr1);
        reg_write_raw(registers->CR1, cr1 | reg_mask(SPI_CR1_MSTR) | reg_mask(SPI_CR1_SPE));
        return CT_MODE_FAULT;
    }
    if (status & reg_mask(SPI_SR_CRCERR)) {
        (void)reg_raw(registers->DR); // the CRC that came
        reg_clear(registers->SR, SPI_SR_CRCERR);
        return CT_CORRUPT;
    }
    return CT_OK;
}

/// Hands a frame over without waiting: CT_OK, or CT_WOULD_BLOCK while the one before waits. For a
/// slave: what will be sent when the master clocks.
ct_inline CT_MUST_USE enum ct_error ct_spi_port_put(struct ct_spi_port port, uint16_t frame) {
    if (!reg_get(port.registers->SR, SPI_SR_TXE)) return CT_WOULD_BLOCK;
    reg_write(port.registers->DR, SPI_DR_DR(frame));
    return CT_OK;
}

/// A received frame, 0 to 65535, without waiting. CT_WOULD_BLOCK: none; CT_OVERRUN: one was lost,
/// with the one before; CT_MODE_FAULT: another master selected this one; CT_CORRUPT: the CRC.
ct_inline CT_MUST_USE int ct_spi_port_take(struct ct_spi_port port) {
    const uint32_t status = reg_raw(port.registers->SR);
    if (status & (reg_mask(SPI_SR_OVR) | reg_mask(SPI_SR_MODF) | reg_mask(SPI_SR_CRCERR)))
        return ct_spi_port_error_(port, status);
    return status & reg_mask(SPI_SR_RXNE) ? (int)reg_raw(port.registers->DR) : CT_WOULD_BLOCK;
}

// Waits for a frame. One look at the status decides, since a look can clear what it shows.
ct_inline int ct_spi_port_await_(struct ct_spi_port port) {
    struct SPI_regs *registers = port.registers;
    const uint32_t done = reg_mask(SPI_SR_RXNE) | reg_mask(SPI_SR_OVR) | reg_mask(SPI_SR_MODF);
    const uint32_t wrong = reg_mask(SPI_SR_OVR) | reg_mask(SPI_SR_MODF) | reg_mask(SPI_SR_CRCERR);
    uint32_t left = CT_SPI_PORT_TRIES, status;
    while (!((status = reg_raw(registers->SR)) & done)) {
        if (--left == 0) return ct_spi_port_timeout_(port);
    }
    if (CT_UNLIKELY(status & wrong)) return ct_spi_port_error_(port, status);
    return (int)reg_raw(registers->DR);
}

/// Sends a frame and waits for the one that comes in its time: 0 to 65535, or CT_TIMEOUT (the port
/// has no clock, or is a slave and nobody clocks), CT_OVERRUN, CT_MODE_FAULT, CT_CORRUPT.
ct_inline CT_MUST_USE int ct_spi_port_exchange(struct ct_spi_port port, uint16_t frame) {
    reg_write(port.registers->DR, SPI_DR_DR(frame)); // the one before has been read, so there is room
    return ct_spi_port_await_(port);
}

/// Sends the last frame of a message and then the CRC, and compares what comes with the CRC of what
/// came: the frame that came with the last one, or CT_CORRUPT, or an error of ct_spi_port_exchange().
/// Both CRCs begin anew. Interrupts are masked for two stores, since CRCNEXT must follow the frame
/// while it is being sent; the CRC follows at once, so an interrupt that lasts longer than a frame can make
/// CT_OVERRUN of it. RM0090 28.3.6.
ct_inline CT_MUST_USE int ct_spi_port_exchange_last(struct ct_spi_port port, uint16_t frame) {
    struct SPI_regs *registers = port.registers;
    CT_CRITICAL {
        reg_write(registers->DR, SPI_DR_DR(frame));
        reg_set(registers->CR1, SPI_CR1_CRCNEXT);
    }
    const int came = ct_spi_port_await_(port);
    const int crc = came < 0 ? came : ct_spi_port_await_(port);
    reg_clear(registers->CR1, SPI_CR1_CRCNEXT, SPI_CR1_SPE, SPI_CR1_CRCEN); // clears both CRCs
    reg_set(registers->CR1, SPI_CR1_CRCEN);
    reg_set(registers->CR1, SPI_CR1_SPE);
    return crc < 0 ? crc : came;
}

/// Waits until the last bit has left (a device is deselected after that). CT_OK or CT_TIMEOUT.
ct_inline CT_MUST_USE enum ct_error ct_spi_port_flush(struct ct_spi_port port) {
    uint32_t left = CT_SPI_PORT_TRIES;
    while (!reg_get(port.registers->SR, SPI_SR_TXE) || reg_get(port.registers->SR, SPI_SR_BSY)) {
        if (--left == 0) return ct_spi_port_timeout_(port);
    }
    return CT_OK;
}

/// Sends bytes on one wire, and waits until the last bit has left. CT_OK or CT_TIMEOUT.
ct_inline CT_MUST_USE enum ct_error ct_spi_port_write_one_wire(struct ct_spi_port port, const uint8_t *bytes,
                                                               size_t length) {
    for (; length; length--) {
        uint32_t left = CT_SPI_PORT_TRIES;
        while (ct_spi_port_put(port, *bytes) != CT_OK)
            if (--left == 0) return ct_spi_port_timeout_(port);
        bytes++;
    }
    return ct_spi_port_flush(port);
}

/// Receives bytes on one wire, after what was written has left; the clock stands still between them. CT_OK,
/// CT_TIMEOUT or CT_MODE_FAULT. Such a master clocks for as long as it is on, so it is turned on for each byte and
/// off again in its midst, with interrupts masked for one to five of its bits. RM0090 28.3.8.
static CT_NOINLINE __attribute__((unused)) CT_MUST_USE enum ct_error
ct_spi_port_read_one_wire(struct ct_spi_port port, uint8_t *bytes, size_t length) {
    struct SPI_regs *registers = port.registers;
    const uint32_t sends = reg_raw(registers->CR1);
    const uint32_t off = sends & ~(uint32_t)(reg_mask(SPI_CR1_BIDIOE) | reg_mask(SPI_CR1_SPE));
    const uint32_t looks = (5u << (sends >> 3 & 7u)) / 4u; // of two to eight clocks of the bus: one to five bits
    int came = 0;
    reg_write_raw(registers->CR1, off);
    for (; length && came >= 0; length--) {
        CT_CRITICAL {
            reg_write_raw(registers->CR1, off | reg_mask(SPI_CR1_SPE));
            for (uint32_t left = looks; left; left--) (void)reg_raw(registers->CRCPR);
            reg_write_raw(registers->CR1, off);
        }
        came = ct_spi_port_await_(port);
        if (came >= 0) *bytes++ = (uint8_t)came;
    }
    reg_write_raw(registers->CR1, off | (sends & reg_mask(SPI_CR1_BIDIOE)));
    reg_write_raw(registers->CR1, sends);
    return came < 0 ? (enum ct_error)came : CT_OK;
}

/// What the interrupt comes for.
enum ct_spi_port_events {
    CT_SPI_PORT_ERROR = 1u << 5,    ///< ERRIE
    CT_SPI_PORT_RECEIVE = 1u << 6,  ///< RXNEIE
    CT_SPI_PORT_TRANSMIT = 1u << 7, ///< TXEIE
};
/// From now on the interrupt comes for these events too. Not atomic with ct_spi_port_ignore().
ct_inline void ct_spi_port_listen(struct ct_spi_port port, unsigned events) {
    reg_write_raw(port.registers->CR2, reg_raw(port.registers->CR2) | events);
}
/// It does not come for these any more.
ct_inline void ct_spi_port_ignore(struct ct_spi_port port, unsigned events) {
    reg_write_raw(port.registers->CR2, reg_raw(port.registers->CR2) & ~events);
}

/// Resets the port and turns it off; ct_spi_port_start() begins anew.
ct_inline void ct_spi_port_stop(struct ct_spi_port port) {
    ct_apb_reset(port.bus, port.enable_bit);
    ct_apb_disable(port.bus, port.enable_bit);
}

/* ---- as hal/ sees it; the object is the address of a struct ct_spi_port_bus */

/// A port as a bus of hal/. Made by CT_SPI_PORT_BUS.
struct ct_spi_port_bus {
    struct ct_spi_port port;
    uint32_t clock_hz; ///< of its bus, for other rates
};

/// At file scope: a claimed port, which is started elsewhere with frames of 8 bits, as a bus of hal/.
#define CT_SPI_PORT_BUS(name, spi, clock_hz)                                                       \
    CT_SPI_PORT_IS_CLAIMED_(spi);                                                                  \
    static const __attribute__((unused)) struct ct_spi_port_bus name = {                           \
        {CT_REG_AT(SPI_regs, spi##_address_), spi##_bus_, spi##_bit_}, (clock_hz)}
/// A name of CT_SPI_PORT_BUS as a bus of hal/.
#define CT_SPI_PORT_AS_BUS(name) ((struct ct_spi_bus){&ct_spi_port_ops, (void *)(uintptr_t)&(name)})

ct_inline enum ct_error ct_spi_port_hal_transfer_(void *object, const uint8_t *write, uint8_t *read,
                                                  size_t length) {
    const struct ct_spi_port port = ((const struct ct_spi_port_bus *)object)->port;
    static const uint8_t ones = 0xFF;
    const size_t step = write != NULL; // no question in the loop
    for (write = write ? write : &ones; length; length--, write += step) {
        const int came = ct_spi_port_exchange(port, *write);
        if (CT_UNLIKELY(came < 0)) return (enum ct_error)came;
        if (read) *read++ = (uint8_t)came;
    }
    return CT_OK;
}
ct_inline enum ct_error ct_spi_port_hal_flush_(void *object) {
    return ct_spi_port_flush(((const struct ct_spi_port_bus *)object)->port);
}
ct_inline enum ct_error ct_spi_port_hal_configure_(void *object, struct ct_spi_config config) {
    const struct ct_spi_port_bus *bus = object;
    uint32_t divider = 0;
    while (bus->clock_hz >> (divider + 1u) > config.hz && divider < 8) divider++;
    if (divider > 7) return CT_OUT_OF_RANGE;
    ct_spi_port_change(bus->port, config.mode, divider);
    return CT_OK;
}
static const __attribute__((unused)) struct ct_spi_bus_ops ct_spi_port_ops = {
    ct_spi_port_hal_transfer_, ct_spi_port_hal_flush_, ct_spi_port_hal_configure_};

#endif
