// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// I2C of the STM32F4 as a controller: standard and fast mode, addresses of 7 and 10 bits, recovery.
///
///     CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
///     CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
///     CT_I2C_PORT(sensors, I2C1, scl, sda);                        // claims I2C1
///
///     ct_i2c_port_start(sensors, board_apb1_hz, 400000);           // sets the pins up too
///     const struct ct_i2c bus = CT_I2C_PORT_AS_BUS(sensors);       // as hal/ sees it
///     const enum ct_error e = ct_i2c_write(bus, CT_I2C_7(0x50), text, sizeof text);
///
/// Transactions wait, each flag for CT_I2C_PORT_TRIES looks at most. Whatever goes wrong, the port can be
/// used at once: errors end in a STOP; after a time-out the port is reset, and if a device holds
/// the data line, it is clocked free. Contexts: one at a time a port; start is for init. RM0090
/// 27.3.3 and 27.6, RM0368 18.3.3 and 18.6.
#ifndef CORTEN_I2C_PORT_H
#define CORTEN_I2C_PORT_H

#include <corten/apb.h>
#include <corten/claim.h>
#include <corten/critical.h>
#include <corten/hal/i2c.h>
#include <corten/pin_alternate.h>

/// An I2C port and its pins. Made by CT_I2C_PORT; a constant.
struct ct_i2c_port {
    struct I2C_regs *registers;
    const struct ct_pin_alternate *scl, *sda;
    uint8_t enable_bit; ///< of APB1
};

/// At file scope: claims an I2C of the chip under a name, with two pins of CT_PIN_ALTERNATE. Refused: one
/// that is claimed already ("I2C1_is_already_claimed"), pins of another signal ("sda_is_I2C1_SCL" is
/// undeclared). The pins are open-drain, whatever they were declared as.
#define CT_I2C_PORT(name, instance, scl, sda)                                                      \
    CT_CLAIM_(instance);                                                                           \
    CT_I2C_PORT_CLAIMED(name, instance, scl, sda)

/// The same without the claim, for headers whose source file has it.
#define CT_I2C_PORT_CLAIMED(name, instance, scl, sda)                                              \
    CT_PIN_CHECK_SIGNAL(scl, instance##_SCL);                                                      \
    CT_PIN_CHECK_SIGNAL(sda, instance##_SDA);                                                      \
    CT_I2C_PORT_MAKE_(name, CT_I2C_PORT_OF_##instance, &(scl), &(sda))
#define CT_I2C_PORT_MAKE_(...) CT_I2C_PORT_MAKE1_(__VA_ARGS__)
#define CT_I2C_PORT_MAKE1_(name, address, bit, scl, sda)                                           \
    static const __attribute__((unused)) struct ct_i2c_port name = {CT_REG_AT(I2C_regs, address), scl, sda, bit}

// address, bit of APB1: RM0090 table 1, 7.3.13
#define CT_I2C_PORT_OF_I2C1 0x40005400u, 21
#define CT_I2C_PORT_OF_I2C2 0x40005800u, 22
#define CT_I2C_PORT_OF_I2C3 0x40005C00u, 23

/// Looks at a flag before it is given up: at 168 MHz and six cycles a look, 25 ms; a device may
/// stretch the clock for as long (SMBus allows that much). Another number may be defined before.
#ifndef CT_I2C_PORT_TRIES
#define CT_I2C_PORT_TRIES 700000u
#endif

/* ---- The rate. RM0090 27.6.8 and 27.6.9 */

#define CT_I2C_UP_(a, b)          (((a) + (b)-1u) / (b))
#define CT_I2C_PORT_SLOW_(clock, hz) (CT_I2C_UP_((clock), 2u * (hz)) < 4u ? 4u : CT_I2C_UP_((clock), 2u * (hz)))
#define CT_I2C_PORT_2_1_(clock, hz)  CT_I2C_UP_((clock), 3u * (hz))   // low twice as long as high
#define CT_I2C_PORT_16_9_(clock, hz) CT_I2C_UP_((clock), 25u * (hz))
// 1 where 16:9 comes nearer to the rate than 2:1
#define CT_I2C_PORT_DUTY_(clock, hz)                                                               \
    (25u * CT_I2C_PORT_16_9_(clock, hz) < 3u * CT_I2C_PORT_2_1_(clock, hz))
/// The register CCR for a rate that is not above `hz`, and the rate, both constants.
#define CT_I2C_PORT_CCR(clock, hz)                                                                 \
    ((hz) <= 100000u                  ? CT_I2C_PORT_SLOW_(clock, hz)                               \
     : CT_I2C_PORT_DUTY_(clock, hz) ? 0xC000u | CT_I2C_PORT_16_9_(clock, hz)                       \
                                    : 0x8000u | CT_I2C_PORT_2_1_(clock, hz))
#define CT_I2C_PORT_RATE(clock, hz)                                                                \
    ((clock) / ((hz) <= 100000u                ? 2u * CT_I2C_PORT_SLOW_(clock, hz)                 \
                : CT_I2C_PORT_DUTY_(clock, hz) ? 25u * CT_I2C_PORT_16_9_(clock, hz)                \
                                               : 3u * CT_I2C_PORT_2_1_(clock, hz)))
/// The register TRISE: 1000 ns in standard, 300 ns in fast mode.
#define CT_I2C_PORT_TRISE(clock, hz)                                                               \
    ((hz) <= 100000u ? (clock) / 1000000u + 1u : (clock) / 1000000u * 3u / 10u + 1u)

#define CT_I2C_PORT_IS_CLAIMED_(port)                                                              \
    _Static_assert(__builtin_types_compatible_p(__typeof__(port), const struct ct_i2c_port),       \
                   #port " was never claimed: it needs a CT_I2C_PORT at file scope")

/// Sets the pins and the port up for a rate, 1 Hz to 400 kHz: the highest that is not above `hz`,
/// and within 10 % of it, or it does not compile. `clock_hz`: APB1's; both constants. Init.
#define ct_i2c_port_start(port, clock_hz, hz)                                                      \
    do {                                                                                           \
        CT_I2C_PORT_IS_CLAIMED_(port);                                                             \
        _Static_assert((hz) > 0 && (hz) <= 400000, #port ": this rate is above the 400 kHz of this I2C"); \
        _Static_assert((clock_hz) >= ((hz) > 100000 ? 4000000 : 2000000) && (clock_hz) <= 50000000, \
                       #port ": the clock must be 2 to 50 MHz, at least 4 MHz in fast mode");      \
        _Static_assert((CT_I2C_PORT_CCR((unsigned)(clock_hz), (unsigned)(hz)) & 0x3FFFu) <= 0xFFFu, \
                       #port ": this clock cannot be divided down to this rate");                  \
        _Static_assert(CT_I2C_PORT_RATE((unsigned)(clock_hz), (unsigned)(hz)) * 10ull >= (hz)*9ull, \
                       #port ": this clock cannot make this rate within 10 %");                    \
        ct_i2c_port_start_((port), (clock_hz) / 1000000u,                                          \
                           CT_I2C_PORT_CCR((unsigned)(clock_hz), (unsigned)(hz)),                  \
                           CT_I2C_PORT_TRISE((unsigned)(clock_hz), (unsigned)(hz)));               \
    } while (0)

ct_inline void ct_i2c_port_start_(struct ct_i2c_port port, uint32_t mhz, uint32_t ccr, uint32_t trise) {
    struct I2C_regs *registers = port.registers;
    ct_gpio_make_alternate(port.scl->gpio, port.scl->function, CT_GPIO_OPEN_DRAIN, (enum ct_gpio_pull)port.scl->pull);
    ct_gpio_make_alternate(port.sda->gpio, port.sda->function, CT_GPIO_OPEN_DRAIN, (enum ct_gpio_pull)port.sda->pull);
    ct_apb_enable(1, port.enable_bit);
    reg_write(registers->CR1, I2C_CR1_SWRST(1)); // a bus that was busy while the pins were set up
    reg_write_raw(registers->CR1, 0);
    reg_write_raw(registers->CR2, mhz); // FREQ
    reg_write_raw(registers->CCR, ccr);
    reg_write(registers->TRISE, I2C_TRISE_TRISE(trise));
    reg_write(registers->CR1, I2C_CR1_PE(1));
}

/* ---- Transactions */

/// Does what ct_i2c_transaction() of <corten/hal/i2c.h> says, with all its errors but CT_BUSY and
/// CT_UNSUPPORTED.
static CT_NOINLINE CT_MUST_USE __attribute__((unused)) enum ct_error
ct_i2c_port_transaction(const struct ct_i2c_port *port, struct ct_i2c_address address,
                        const struct ct_i2c_operation *operations, size_t count);

/// Frees a bus on which a device holds the data line low: up to nine clocks by hand, then a STOP; the
/// port is reset and has its settings again. CT_OK, or CT_TIMEOUT: the line stays low.
static CT_NOINLINE CT_MUST_USE __attribute__((unused)) enum ct_error
ct_i2c_port_recover(const struct ct_i2c_port *port);

/// A claimed port as a bus of hal/.
#define CT_I2C_PORT_AS_BUS(name) ((struct ct_i2c){&ct_i2c_port_ops, (void *)(uintptr_t)&(name)})

ct_inline enum ct_error ct_i2c_port_hal_transaction_(void *object, struct ct_i2c_address address,
                                                     const struct ct_i2c_operation *operations,
                                                     size_t count) {
    return ct_i2c_port_transaction(object, address, operations, count);
}
ct_inline enum ct_error ct_i2c_port_hal_recover_(void *object) { return ct_i2c_port_recover(object); }
static const __attribute__((unused)) struct ct_i2c_ops ct_i2c_port_ops = {
    ct_i2c_port_hal_transaction_, ct_i2c_port_hal_recover_};

/* ---- How it is done */

// Half a clock by hand: at least 5 us at 168 MHz, two cycles a look.
ct_inline void ct_i2c_port_half_(const struct ct_i2c_port *port) {
    for (unsigned left = 420; left; left--) (void)ct_gpio_is_high(port->scl->gpio);
}

static enum ct_error ct_i2c_port_recover(const struct ct_i2c_port *port) {
    struct I2C_regs *registers = port->registers;
    const struct ct_gpio scl = port->scl->gpio, sda = port->sda->gpio;
    const uint32_t cr2 = reg_raw(registers->CR2), ccr = reg_raw(registers->CCR),
                   trise = reg_raw(registers->TRISE);
    reg_write(registers->CR1, I2C_CR1_SWRST(1));
    reg_write_raw(registers->CR1, 0);
    ct_gpio_set_high(scl);
    ct_gpio_set_high(sda);
    reg_modify(ct_gpio_port_(scl)->MODER, GPIO_MODER_MODER_Output(scl.number));
    reg_modify(ct_gpio_port_(sda)->MODER, GPIO_MODER_MODER_Output(sda.number));
    ct_i2c_port_half_(port);
    for (unsigned clocks = 9; clocks && !ct_gpio_is_high(sda); clocks--) {
        ct_gpio_set_low(scl);
        ct_i2c_port_half_(port);
        ct_gpio_set_high(scl);
        ct_i2c_port_half_(port);
    }
    ct_gpio_set_low(scl); // a STOP: the data line rises while the clock is high
    ct_gpio_set_low(sda);
    ct_i2c_port_half_(port);
    ct_gpio_set_high(scl);
    ct_i2c_port_half_(port);
    ct_gpio_set_high(sda);
    ct_i2c_port_half_(port);
    const bool is_free = ct_gpio_is_high(sda) && ct_gpio_is_high(scl);
    reg_modify(ct_gpio_port_(scl)->MODER, GPIO_MODER_MODER_Alternate(scl.number));
    reg_modify(ct_gpio_port_(sda)->MODER, GPIO_MODER_MODER_Alternate(sda.number));
    reg_write(registers->CR1, I2C_CR1_SWRST(1)); // it has seen what the pins did
    reg_write_raw(registers->CR1, 0);
    reg_write_raw(registers->CR2, cr2);
    reg_write_raw(registers->CCR, ccr);
    reg_write_raw(registers->TRISE, trise);
    reg_write(registers->CR1, I2C_CR1_PE(1));
    return is_free ? CT_OK : CT_TIMEOUT;
}

#define CT_I2C_PORT_ERRORS_                                                                        \
    (reg_mask(I2C_SR1_BERR) | reg_mask(I2C_SR1_ARLO) | reg_mask(I2C_SR1_AF) | reg_mask(I2C_SR1_OVR))
ct_inline enum ct_error ct_i2c_port_error_(uint32_t status) {
    return status & reg_mask(I2C_SR1_ARLO)   ? CT_ARBITRATION
           : status & reg_mask(I2C_SR1_BERR) ? CT_BUS
           : status & reg_mask(I2C_SR1_AF)   ? CT_NO_ACKNOWLEDGE_DATA
                                             : CT_OVERRUN;
}

// Waits for a flag of SR1, or an error.
static CT_NOINLINE __attribute__((unused)) enum ct_error ct_i2c_port_wait_(struct I2C_regs *registers,
                                                                         uint32_t flag) {
    uint32_t left = CT_I2C_PORT_TRIES, status;
    while (!((status = reg_raw(registers->SR1)) & (flag | CT_I2C_PORT_ERRORS_))) {
        if (--left == 0) return CT_TIMEOUT;
    }
    return CT_UNLIKELY(status & CT_I2C_PORT_ERRORS_) ? ct_i2c_port_error_(status) : CT_OK;
}

// START (which is asked for already where a read came before), and the first byte behind it.
ct_inline enum ct_error ct_i2c_port_begin_(struct I2C_regs *registers, uint32_t byte, uint32_t flag) {
    enum ct_error e = ct_i2c_port_wait_(registers, reg_mask(I2C_SR1_SB));
    if (e) return e;
    reg_write(registers->DR, I2C_DR_DR(byte));
    e = ct_i2c_port_wait_(registers, flag);
    return e == CT_NO_ACKNOWLEDGE_DATA ? CT_NO_ACKNOWLEDGE_ADDRESS : e;
}

// From a START that was asked for to ADDR set, not yet cleared: it holds the clock.
static CT_NOINLINE __attribute__((unused)) enum ct_error
ct_i2c_port_address_(struct I2C_regs *registers, struct ct_i2c_address address, bool is_read, bool is_known) {
    const uint32_t added = reg_mask(I2C_SR1_ADDR);
    if (!address.is_ten)
        return ct_i2c_port_begin_(registers, (uint32_t)address.bits << 1 | is_read, added);
    const uint32_t header = 0xF0u | (address.bits >> 7 & 6u);
    if (!is_known) { // both bytes, for writing
        enum ct_error e = ct_i2c_port_begin_(registers, header, reg_mask(I2C_SR1_ADD10));
        if (e) return e;
        reg_write(registers->DR, I2C_DR_DR(address.bits));
        e = ct_i2c_port_wait_(registers, added);
        if (e || !is_read) return e == CT_NO_ACKNOWLEDGE_DATA ? CT_NO_ACKNOWLEDGE_ADDRESS : e;
        (void)reg_raw(registers->SR2);
        reg_set(registers->CR1, I2C_CR1_START);
    }
    return ct_i2c_port_begin_(registers, header | 1u, added);
}

// Operations of one direction that follow each other, as a row of bytes.
struct ct_i2c_port_row_ {
    const struct ct_i2c_operation *operation; // the one that is under way
    size_t operations, behind;                // of the row at its beginning, after the row
    size_t at, left;                          // bytes: in the operation, in the row
};
ct_inline struct ct_i2c_port_row_ ct_i2c_port_row_(const struct ct_i2c_operation *operations, size_t count) {
    struct ct_i2c_port_row_ row = {.operation = operations, .behind = count};
    while (row.behind && (operations[row.operations].read != NULL) == (operations->read != NULL)) {
        row.left += operations[row.operations++].length;
        row.behind--;
    }
    return row;
}
// What CR1 must have besides PE to begin a row: POS when two bytes are to come, so that the
// acknowledge that is turned off then is the second's. Written at once, since START clears itself.
ct_inline uint32_t ct_i2c_port_start_bits_(struct ct_i2c_port_row_ row) {
    const uint32_t start = reg_mask(I2C_CR1_START);
    if (!row.operation->read) return start;
    return start | reg_mask(I2C_CR1_ACK) | (row.left == 2 ? reg_mask(I2C_CR1_POS) : 0u);
}
ct_inline size_t ct_i2c_port_next_(struct ct_i2c_port_row_ *row) {
    while (row->at == row->operation->length) {
        row->operation++;
        row->at = 0;
    }
    row->left--;
    return row->at++;
}
ct_inline void ct_i2c_port_take_(struct I2C_regs *registers, struct ct_i2c_port_row_ *row) {
    const size_t at = ct_i2c_port_next_(row);
    row->operation->read[at] = (uint8_t)reg_raw(registers->DR);
}

ct_inline enum ct_error ct_i2c_port_send_(struct I2C_regs *registers, struct ct_i2c_port_row_ row,
                                          uint32_t end) {
    (void)reg_raw(registers->SR2); // clears ADDR
    if (row.left) {
        while (row.left) {
            const enum ct_error e = ct_i2c_port_wait_(registers, reg_mask(I2C_SR1_TXE));
            if (e) return e;
            const size_t at = ct_i2c_port_next_(&row);
            reg_write(registers->DR, I2C_DR_DR(row.operation->write[at]));
        }
        const enum ct_error e = ct_i2c_port_wait_(registers, reg_mask(I2C_SR1_BTF));
        if (e) return e;
    }
    reg_write_raw(registers->CR1, reg_mask(I2C_CR1_PE) | end);
    return CT_OK;
}

// The last bytes: RM0090 27.3.3, "Closing the communication", method 2. `end` is STOP or START, and
// must be asked for before the hardware begins another byte: hence no interrupts in between.
ct_inline enum ct_error ct_i2c_port_receive_(struct I2C_regs *registers, struct ct_i2c_port_row_ row,
                                             uint32_t end) {
    const uint32_t pe = reg_mask(I2C_CR1_PE), full = reg_mask(I2C_SR1_BTF);
    enum ct_error e;
    if (row.left == 1) {
        reg_write_raw(registers->CR1, pe); // no acknowledge
        CT_CRITICAL {
            (void)reg_raw(registers->SR2); // clears ADDR
            reg_write_raw(registers->CR1, pe | end);
        }
        e = ct_i2c_port_wait_(registers, reg_mask(I2C_SR1_RXNE));
        if (e) return e;
        ct_i2c_port_take_(registers, &row);
        return CT_OK;
    }
    if (row.left == 2) {
        CT_CRITICAL {
            (void)reg_raw(registers->SR2);
            reg_write_raw(registers->CR1, pe | reg_mask(I2C_CR1_POS)); // not the byte after this one
        }
    } else {
        (void)reg_raw(registers->SR2);
        while (row.left > 3) {
            if ((e = ct_i2c_port_wait_(registers, reg_mask(I2C_SR1_RXNE)))) return e;
            ct_i2c_port_take_(registers, &row);
        }
        if ((e = ct_i2c_port_wait_(registers, full))) return e; // two are there, the clock is held
        reg_write_raw(registers->CR1, pe);                      // the last is not acknowledged
        ct_i2c_port_take_(registers, &row);
    }
    if ((e = ct_i2c_port_wait_(registers, full))) return e;
    CT_CRITICAL {
        reg_write_raw(registers->CR1, pe | end);
        ct_i2c_port_take_(registers, &row);
    }
    ct_i2c_port_take_(registers, &row);
    return CT_OK;
}

// After an error: the bus free, the flags clear, the port usable.
ct_inline void ct_i2c_port_give_up_(const struct ct_i2c_port *port, enum ct_error error) {
    struct I2C_regs *registers = port->registers;
    if (error == CT_TIMEOUT) {
        CT_IGNORE(ct_i2c_port_recover(port));
        return;
    }
    reg_clear(registers->SR1, I2C_SR1_BERR, I2C_SR1_ARLO, I2C_SR1_AF, I2C_SR1_OVR);
    if (error == CT_ARBITRATION) { // the other master has the bus: no STOP of ours
        reg_write(registers->CR1, I2C_CR1_PE(1));
    } else {
        reg_write(registers->CR1, I2C_CR1_PE(1), I2C_CR1_STOP(1));
        (void)reg_raw(registers->SR1);
        (void)reg_raw(registers->SR2);
    }
}

// Before a START: what came after an error is not taken for the next answer.
ct_inline void ct_i2c_port_forget_(struct I2C_regs *registers) {
    for (unsigned i = 0; i < 2; i++) {
        if (reg_get(registers->SR1, I2C_SR1_RXNE)) (void)reg_raw(registers->DR);
    }
}

static enum ct_error ct_i2c_port_transaction(const struct ct_i2c_port *port, struct ct_i2c_address address,
                                             const struct ct_i2c_operation *operations, size_t count) {
    struct I2C_regs *registers = port->registers;
    uint32_t left = CT_I2C_PORT_TRIES;
    for (size_t i = 0; i < count; i++) {
        if (operations[i].read && operations[i].length == 0) return CT_INVALID;
    }
    if (count == 0) return CT_OK;
    while (reg_get(registers->SR2, I2C_SR2_BUSY) || reg_get(registers->CR1, I2C_CR1_STOP)) {
        if (--left == 0) {
            ct_i2c_port_give_up_(port, CT_TIMEOUT);
            return CT_TIMEOUT;
        }
    }
    ct_i2c_port_forget_(registers);
    struct ct_i2c_port_row_ row = ct_i2c_port_row_(operations, count);
    reg_write_raw(registers->CR1, reg_mask(I2C_CR1_PE) | ct_i2c_port_start_bits_(row));
    for (bool is_known = false;; is_known = true) {
        const bool is_read = row.operation->read;
        const struct ct_i2c_port_row_ next = ct_i2c_port_row_(row.operation + row.operations, row.behind);
        const uint32_t end = next.operations ? ct_i2c_port_start_bits_(next) : reg_mask(I2C_CR1_STOP);
        enum ct_error e = ct_i2c_port_address_(registers, address, is_read, is_known && is_read);
        if (!e) e = is_read ? ct_i2c_port_receive_(registers, row, end) : ct_i2c_port_send_(registers, row, end);
        if (e) ct_i2c_port_give_up_(port, e);
        if (e || !next.operations) return e;
        row = next;
    }
}

#endif
