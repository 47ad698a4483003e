// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// SPI: a bus, and a device on it with its chip select.
///
///     uint8_t id[3];
///     const struct ct_spi_operation ask[] = {CT_SPI_WRITE(((uint8_t[]){0x9F}), 1), CT_SPI_READ(id, 3)};
///     CT_MUST(ct_spi_transaction(flash, ask, 2));        // selected, 4 bytes, released
///     CT_MUST(ct_spi_write_read(flash, (uint8_t[]){0x9F}, 1, id, 3));   // the same
///     CT_MUST(ct_spi_bus_write(bus, id, 3));             // the bus alone, nobody is selected
///
/// A driver takes a struct ct_spi_device: whoever makes it decides how the bus is shared
/// (<corten/hal/spi_shared.h>). Only what must move without a selected chip (an SD card that wakes
/// up) or at another speed takes the bus too.
///
/// Words are bytes, the most significant bit first. Every operation is bounded: a bus that does not
/// move ends in CT_TIMEOUT. Contexts: the implementation's; one at a time.
#ifndef CORTEN_HAL_SPI_H
#define CORTEN_HAL_SPI_H

#include <corten/error.h>
#include <corten/hal/instance.h>

/// Level of the idle clock (CPOL), and the edge at which bits are taken (CPHA).
enum ct_spi_mode {
    CT_SPI_MODE_0, ///< idle low, taken at the first (rising) edge
    CT_SPI_MODE_1, ///< idle low, taken at the second (falling) edge
    CT_SPI_MODE_2, ///< idle high, taken at the first (falling) edge
    CT_SPI_MODE_3, ///< idle high, taken at the second (rising) edge
};

/// How a bus is to move.
struct ct_spi_config {
    uint32_t hz; ///< the clock, at most: the next lower rate that the hardware can make
    enum ct_spi_mode mode;
};

/* ---- a bus */

struct ct_spi_bus_ops {
    /// Moves `length` bytes both ways at a time. `write` NULL: sends 0xFF; `read` NULL: drops what
    /// comes; both may be the same. It may return before the last bit has left: see flush.
    /// CT_OK, CT_OVERRUN, CT_MODE_FAULT, CT_TIMEOUT, CT_TRANSFER.
    enum ct_error (*transfer)(void *object, const uint8_t *write, uint8_t *read, size_t length);
    /// Returns when the bus is idle. NULL where transfer does not return before.
    enum ct_error (*flush)(void *object);
    /// Between transfers. CT_OUT_OF_RANGE: too slow to be made. NULL: it is as it is.
    enum ct_error (*configure)(void *object, struct ct_spi_config config);
};

/// The bus itself: whoever has it has it alone.
struct ct_spi_bus {
    const struct ct_spi_bus_ops *ops;
    void *object;
};

/// Sends bytes; what comes meanwhile is dropped.
ct_inline CT_MUST_USE enum ct_error ct_spi_bus_write(struct ct_spi_bus bus, const uint8_t *data,
                                                     size_t length) {
    return bus.ops->transfer(bus.object, data, NULL, length);
}

/// Receives bytes; sends 0xFF meanwhile.
ct_inline CT_MUST_USE enum ct_error ct_spi_bus_read(struct ct_spi_bus bus, uint8_t *data,
                                                    size_t length) {
    return bus.ops->transfer(bus.object, NULL, data, length);
}

/// Sends and receives as many bytes.
ct_inline CT_MUST_USE enum ct_error ct_spi_bus_transfer(struct ct_spi_bus bus, const uint8_t *write,
                                                        uint8_t *read, size_t length) {
    return bus.ops->transfer(bus.object, write, read, length);
}

/// Sends bytes and puts what comes in their place.
ct_inline CT_MUST_USE enum ct_error ct_spi_bus_transfer_in_place(struct ct_spi_bus bus,
                                                                 uint8_t *data, size_t length) {
    return bus.ops->transfer(bus.object, data, data, length);
}

/// Waits until the last bit has left: before a chip select or a data/command line changes.
ct_inline CT_MUST_USE enum ct_error ct_spi_bus_flush(struct ct_spi_bus bus) {
    return bus.ops->flush ? bus.ops->flush(bus.object) : CT_OK;
}

/// Another speed or mode, from the next transfer on. CT_OUT_OF_RANGE: it cannot go that slowly;
/// CT_UNSUPPORTED: a mode it has not, or it cannot change.
ct_inline CT_MUST_USE enum ct_error ct_spi_bus_configure(struct ct_spi_bus bus,
                                                         struct ct_spi_config config) {
    return bus.ops->configure ? bus.ops->configure(bus.object, config) : CT_UNSUPPORTED;
}

/* ---- a device */

enum ct_spi_operation_kind { CT_SPI_TRANSFER_KIND, CT_SPI_DELAY_KIND };

/// One step of a transaction; made by the macros below.
struct ct_spi_operation {
    const uint8_t *write; ///< NULL: 0xFF is sent
    uint8_t *read;        ///< NULL: what comes is dropped
    size_t length;        ///< bytes; for a delay, nanoseconds
    enum ct_spi_operation_kind kind;
};

/// Sends.
#define CT_SPI_WRITE(data, length)                                                                 \
    ((struct ct_spi_operation){(data), NULL, (length), CT_SPI_TRANSFER_KIND})
/// Receives, sends 0xFF meanwhile.
#define CT_SPI_READ(data, length)                                                                  \
    ((struct ct_spi_operation){NULL, (data), (length), CT_SPI_TRANSFER_KIND})
/// Sends and receives as many bytes: what is longer on one side is a further operation.
#define CT_SPI_TRANSFER(write, read, length)                                                       \
    ((struct ct_spi_operation){(write), (read), (length), CT_SPI_TRANSFER_KIND})
/// Sends, and puts what comes in its place.
#define CT_SPI_TRANSFER_IN_PLACE(data, length) CT_SPI_TRANSFER(data, data, length)
/// Waits at least so long, with the chip selected and the bus idle.
#define CT_SPI_DELAY_NS(nanoseconds)                                                               \
    ((struct ct_spi_operation){NULL, NULL, (nanoseconds), CT_SPI_DELAY_KIND})

struct ct_spi_device_ops {
    enum ct_error (*transaction)(void *object, const struct ct_spi_operation *operations,
                                 size_t count);
};

/// A chip behind a bus and a chip select.
struct ct_spi_device {
    const struct ct_spi_device_ops *ops;
    void *object;
};

/// Selects the chip, does the operations in order, waits for the bus to be idle, releases the
/// chip, and lets others have the bus. After the first error nothing more is moved, but the chip is
/// released in any case; that error is returned. CT_CHIP_SELECT: the line could not be driven.
/// CT_BUSY: somebody else has the bus (where it is shared so).
ct_inline CT_MUST_USE enum ct_error ct_spi_transaction(struct ct_spi_device device,
                                                       const struct ct_spi_operation *operations,
                                                       size_t count) {
    return device.ops->transaction(device.object, operations, count);
}

/// A transaction that sends.
ct_inline CT_MUST_USE enum ct_error ct_spi_write(struct ct_spi_device device, const uint8_t *data,
                                                 size_t length) {
    const struct ct_spi_operation operations[] = {CT_SPI_WRITE(data, length)};
    return device.ops->transaction(device.object, operations, 1);
}

/// A transaction that receives.
ct_inline CT_MUST_USE enum ct_error ct_spi_read(struct ct_spi_device device, uint8_t *data,
                                                size_t length) {
    const struct ct_spi_operation operations[] = {CT_SPI_READ(data, length)};
    return device.ops->transaction(device.object, operations, 1);
}

/// A transaction that sends and receives at a time.
ct_inline CT_MUST_USE enum ct_error ct_spi_transfer(struct ct_spi_device device,
                                                    const uint8_t *write, uint8_t *read,
                                                    size_t length) {
    const struct ct_spi_operation operations[] = {CT_SPI_TRANSFER(write, read, length)};
    return device.ops->transaction(device.object, operations, 1);
}

/// A transaction that sends, and puts what comes in its place.
ct_inline CT_MUST_USE enum ct_error ct_spi_transfer_in_place(struct ct_spi_device device,
                                                             uint8_t *data, size_t length) {
    return ct_spi_transfer(device, data, data, length);
}

/// A transaction that sends, then receives: a command and its answer.
ct_inline CT_MUST_USE enum ct_error ct_spi_write_read(struct ct_spi_device device,
                                                      const uint8_t *write, size_t write_length,
                                                      uint8_t *read, size_t read_length) {
    const struct ct_spi_operation operations[] = {CT_SPI_WRITE(write, write_length),
                                                  CT_SPI_READ(read, read_length)};
    return device.ops->transaction(device.object, operations, 2);
}

/// A transaction that sends two pieces: a command and what belongs to it.
ct_inline CT_MUST_USE enum ct_error ct_spi_write_write(struct ct_spi_device device,
                                                       const uint8_t *first, size_t first_length,
                                                       const uint8_t *second, size_t second_length) {
    const struct ct_spi_operation operations[] = {CT_SPI_WRITE(first, first_length),
                                                  CT_SPI_WRITE(second, second_length)};
    return device.ops->transaction(device.object, operations, 2);
}

/* ---- a bus that does not wait */

struct ct_spi_nb_ops {
    enum ct_error (*start)(void *object, const uint8_t *write, uint8_t *read, size_t length);
    enum ct_error (*poll)(void *object);
    enum ct_error (*cancel)(void *object);
    enum ct_error (*configure)(void *object, struct ct_spi_config config); ///< NULL as above
};

/// A bus moved by interrupts or DMA. <corten/hal/blocking.h> makes a struct ct_spi_bus of it.
struct ct_spi_nb {
    const struct ct_spi_nb_ops *ops;
    void *object;
};

/// Begins to move bytes as ct_spi_bus_transfer() does. The memory belongs to the bus until poll()
/// returns something else than CT_WOULD_BLOCK, or cancel(). CT_OK, or CT_BUSY: it moves already.
ct_inline CT_MUST_USE enum ct_error ct_spi_nb_start(struct ct_spi_nb bus, const uint8_t *write,
                                                    uint8_t *read, size_t length) {
    return bus.ops->start(bus.object, write, read, length);
}

/// CT_WOULD_BLOCK while it moves; then once CT_OK (the bus is idle) or what went wrong; then
/// CT_INVALID.
ct_inline CT_MUST_USE enum ct_error ct_spi_nb_poll(struct ct_spi_nb bus) {
    return bus.ops->poll(bus.object);
}

/// Stops at once; the bus is usable again. CT_OK, or CT_INVALID: nothing moves.
ct_inline CT_MUST_USE enum ct_error ct_spi_nb_cancel(struct ct_spi_nb bus) {
    return bus.ops->cancel(bus.object);
}

#endif
