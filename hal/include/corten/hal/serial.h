// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Serial ports, byte by byte, never waiting.
///
///     const int byte = ct_serial_read(port);             // 0 to 255, or CT_WOULD_BLOCK …
///     CT_MUST(CT_BLOCK(ct_serial_write(port, 'x')));
///
/// One receiver and one sender at a time; the two may be different contexts, interrupts included.
/// <corten/hal/serial_buffered.h> puts queues and a handler between a port and its users,
/// <corten/hal/serial_stream.h> makes a stream of either.
#ifndef CORTEN_HAL_SERIAL_H
#define CORTEN_HAL_SERIAL_H

#include <corten/error.h>
#include <corten/hal/instance.h>

struct ct_serial_ops {
    /// A received byte, or CT_WOULD_BLOCK, CT_OVERRUN, CT_FRAMING, CT_NOISE, CT_PARITY.
    int (*read)(void *object);
    /// CT_OK, or CT_WOULD_BLOCK: the last byte has not left its place.
    enum ct_error (*write)(void *object, uint8_t byte);
    /// CT_OK when the last stop bit has been sent, else CT_WOULD_BLOCK.
    enum ct_error (*flush)(void *object);
};

struct ct_serial {
    const struct ct_serial_ops *ops;
    void *object;
};

/// What went wrong on a line since it was started; each wraps to 0.
struct ct_serial_errors {
    uint32_t overruns; ///< bytes came faster than they were taken
    uint32_t framing;  ///< a stop bit was missing: another baud rate, or a break
    uint32_t noise;
    uint32_t parity;
    uint32_t unsent; ///< a byte was given up, since the port did not take it in time
};

/// A received byte, 0 to 255; CT_WOULD_BLOCK when there is none; CT_OVERRUN, CT_FRAMING, CT_NOISE
/// or CT_PARITY for one that was lost or damaged.
ct_inline CT_MUST_USE int ct_serial_read(struct ct_serial port) {
    return port.ops->read(port.object);
}

/// Hands a byte to the port. CT_OK, or CT_WOULD_BLOCK while it has no room.
ct_inline CT_MUST_USE enum ct_error ct_serial_write(struct ct_serial port, uint8_t byte) {
    return port.ops->write(port.object, byte);
}

/// CT_OK when everything has been sent, CT_WOULD_BLOCK until then.
ct_inline CT_MUST_USE enum ct_error ct_serial_flush(struct ct_serial port) {
    return port.ops->flush(port.object);
}

/// The receiver and the sender may be off by so much together; half of it is left to the other end.
#define CT_BAUD_MOST_ERROR_PERMILLE 20

/// Whether a real rate differs from the wanted one by at most CT_BAUD_MOST_ERROR_PERMILLE. A
/// constant expression where its arguments are.
#define CT_BAUD_IS_NEAR(real, wanted)                                                              \
    ((((uint64_t)(real) > (uint64_t)(wanted)) ? (uint64_t)(real) - (uint64_t)(wanted)              \
                                              : (uint64_t)(wanted) - (uint64_t)(real)) *           \
         1000u <=                                                                                  \
     (uint64_t)(wanted)*CT_BAUD_MOST_ERROR_PERMILLE)

#endif
