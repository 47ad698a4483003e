// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// I2C as a controller: transactions with devices at 7 or 10 bit addresses.
///
///     uint8_t byte;
///     const struct ct_i2c_address rom = CT_I2C_7(0x50);
///     CT_MUST(ct_i2c_write_read(bus, rom, (uint8_t[]){0x00, 0x10}, 2, &byte, 1));
///     const struct ct_i2c_operation page[] = {CT_I2C_WRITE(((uint8_t[]){0, 16}), 2), CT_I2C_WRITE(&byte, 1)};
///     CT_MUST(ct_i2c_transaction(bus, rom, page, 2));    // one write of three bytes
///
/// A driver takes a struct ct_i2c: whoever makes it decides how the bus is shared
/// (<corten/hal/i2c_shared.h>). Every operation is bounded: a bus that stands still ends in
/// CT_TIMEOUT, and ct_i2c_recover() frees one that a device holds. Contexts: the implementation's;
/// one at a time.
#ifndef CORTEN_HAL_I2C_H
#define CORTEN_HAL_I2C_H

#include <corten/error.h>
#include <corten/hal/instance.h>

/// Address of a device. The bit for reading or writing is no part of it.
struct ct_i2c_address {
    uint16_t bits;
    bool is_ten;
};

// A constant that does not fit is an error; a variable is taken as it is.
#define CT_I2C_CHECKED_(address, most)                                                             \
    ((uint16_t)((address) +                                                                        \
                0u * (unsigned)sizeof(struct {                                                     \
                    _Static_assert(                                                                \
                        __builtin_choose_expr(__builtin_constant_p(address), (address), 0) <= (most), \
                        "an I2C address has 7 bits without the bit for reading, or 10");           \
                    char c;                                                                        \
                })))
/// An address of 7 bits, 0 to 0x7F: without the bit for reading that some data sheets add.
#define CT_I2C_7(address) ((struct ct_i2c_address){CT_I2C_CHECKED_(address, 0x7F), false})
/// An address of 10 bits, 0 to 0x3FF.
#define CT_I2C_10(address) ((struct ct_i2c_address){CT_I2C_CHECKED_(address, 0x3FF), true})

/// One step of a transaction; made by the macros below. One of the two pointers is NULL.
struct ct_i2c_operation {
    const uint8_t *write;
    uint8_t *read;
    size_t length;
};
/// Sends bytes; 0 of them is allowed where the transaction sends nothing else: it asks whether the
/// device is there.
#define CT_I2C_WRITE(data, length) ((struct ct_i2c_operation){(data), NULL, (length)})
/// Receives at least one byte.
#define CT_I2C_READ(data, length) ((struct ct_i2c_operation){NULL, (data), (length)})

struct ct_i2c_ops {
    enum ct_error (*transaction)(void *object, struct ct_i2c_address address,
                                 const struct ct_i2c_operation *operations, size_t count);
    /// NULL where the bus cannot.
    enum ct_error (*recover)(void *object);
};

/// A bus with one user at a time, or one user's share of it.
struct ct_i2c {
    const struct ct_i2c_ops *ops;
    void *object;
};

/// Does the operations in order: START and address before the first; operations of the same
/// direction that follow each other are one transfer; another direction begins with a repeated
/// START and the address; the last byte received before a change of direction or the end is not
/// acknowledged; STOP at the end, and after an error, so that the bus is free again.
///
/// CT_OK (also for no operation, without any bus traffic); CT_NO_ACKNOWLEDGE_ADDRESS,
/// CT_NO_ACKNOWLEDGE_DATA, CT_NO_ACKNOWLEDGE (which of them is not known); CT_ARBITRATION; CT_BUS
/// (a START or STOP where none may be); CT_OVERRUN; CT_TIMEOUT (the bus is held: see
/// ct_i2c_recover()); CT_INVALID (a read of no byte); CT_UNSUPPORTED (10 bits where the hardware
/// has 7); CT_BUSY (somebody else has the bus, where it is shared so).
ct_inline CT_MUST_USE enum ct_error ct_i2c_transaction(struct ct_i2c bus,
                                                       struct ct_i2c_address address,
                                                       const struct ct_i2c_operation *operations,
                                                       size_t count) {
    return bus.ops->transaction(bus.object, address, operations, count);
}

/// START, address, bytes, STOP.
ct_inline CT_MUST_USE enum ct_error ct_i2c_write(struct ct_i2c bus, struct ct_i2c_address address,
                                                 const uint8_t *data, size_t length) {
    const struct ct_i2c_operation operations[] = {CT_I2C_WRITE(data, length)};
    return bus.ops->transaction(bus.object, address, operations, 1);
}

/// START, address, bytes received, STOP.
ct_inline CT_MUST_USE enum ct_error ct_i2c_read(struct ct_i2c bus, struct ct_i2c_address address,
                                                uint8_t *data, size_t length) {
    const struct ct_i2c_operation operations[] = {CT_I2C_READ(data, length)};
    return bus.ops->transaction(bus.object, address, operations, 1);
}

/// Sends, then receives behind a repeated START: a register's number and its content.
ct_inline CT_MUST_USE enum ct_error ct_i2c_write_read(struct ct_i2c bus,
                                                      struct ct_i2c_address address,
                                                      const uint8_t *write, size_t write_length,
                                                      uint8_t *read, size_t read_length) {
    const struct ct_i2c_operation operations[] = {CT_I2C_WRITE(write, write_length),
                                                  CT_I2C_READ(read, read_length)};
    return bus.ops->transaction(bus.object, address, operations, 2);
}

/// Sends two pieces as one transfer: a register's number and what it is to hold.
ct_inline CT_MUST_USE enum ct_error ct_i2c_write_write(struct ct_i2c bus,
                                                       struct ct_i2c_address address,
                                                       const uint8_t *first, size_t first_length,
                                                       const uint8_t *second, size_t second_length) {
    const struct ct_i2c_operation operations[] = {CT_I2C_WRITE(first, first_length),
                                                  CT_I2C_WRITE(second, second_length)};
    return bus.ops->transaction(bus.object, address, operations, 2);
}

/// Frees a bus whose data line a device holds low, after a reset in the middle of a byte, say: up to
/// nine clocks, then a STOP (NXP UM10204, 3.1.16). CT_OK: the bus is free; CT_TIMEOUT: the line
/// stays low; CT_UNSUPPORTED.
ct_inline CT_MUST_USE enum ct_error ct_i2c_recover(struct ct_i2c bus) {
    return bus.ops->recover ? bus.ops->recover(bus.object) : CT_UNSUPPORTED;
}

/// Whether an error says that nobody acknowledged an address or a byte: an EEPROM that is busy
/// writing, say, which is asked again.
ct_inline bool ct_i2c_is_no_acknowledge(enum ct_error error) {
    return error == CT_NO_ACKNOWLEDGE || error == CT_NO_ACKNOWLEDGE_ADDRESS ||
           error == CT_NO_ACKNOWLEDGE_DATA;
}

/* ---- a bus that does not wait */

struct ct_i2c_nb_ops {
    enum ct_error (*start)(void *object, struct ct_i2c_address address,
                           const struct ct_i2c_operation *operations, size_t count);
    enum ct_error (*poll)(void *object);
    enum ct_error (*cancel)(void *object);
    enum ct_error (*recover)(void *object); ///< NULL as above
};

/// A bus moved by interrupts or DMA. <corten/hal/blocking.h> makes a struct ct_i2c of it.
struct ct_i2c_nb {
    const struct ct_i2c_nb_ops *ops;
    void *object;
};

/// Begins a transaction. The operations and their memory belong to the bus until poll() returns
/// something else than CT_WOULD_BLOCK, or cancel(). CT_OK, CT_BUSY, CT_INVALID, CT_UNSUPPORTED.
ct_inline CT_MUST_USE enum ct_error ct_i2c_nb_start(struct ct_i2c_nb bus,
                                                    struct ct_i2c_address address,
                                                    const struct ct_i2c_operation *operations,
                                                    size_t count) {
    return bus.ops->start(bus.object, address, operations, count);
}

/// CT_WOULD_BLOCK while it runs; then once what ct_i2c_transaction() returns; then CT_INVALID.
ct_inline CT_MUST_USE enum ct_error ct_i2c_nb_poll(struct ct_i2c_nb bus) {
    return bus.ops->poll(bus.object);
}

/// Gives it up, with a STOP where possible; the bus is usable again. CT_OK, or CT_INVALID.
ct_inline CT_MUST_USE enum ct_error ct_i2c_nb_cancel(struct ct_i2c_nb bus) {
    return bus.ops->cancel(bus.object);
}

#endif
