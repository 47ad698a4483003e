// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A serial port as a stream of bytes.
///
///     static struct ct_serial_stream lines = {.port = PORT};
///     const struct ct_stream stream = CT_SERIAL_STREAM(&lines);
///     const int n = ct_stream_read(stream, buffer, sizeof buffer);
///     CT_MUST(CT_BLOCK(ct_stream_flush(stream)));
///
/// Moves as much as the port has, or has room for, and never waits. An error behind bytes that were
/// read is kept for the next read: nothing is lost. One reader and one writer at a time.
#ifndef CORTEN_HAL_SERIAL_STREAM_H
#define CORTEN_HAL_SERIAL_STREAM_H

#include <corten/hal/serial.h>
#include <corten/hal/stream.h>

struct ct_serial_stream {
    struct ct_serial port;
    int16_t read_error, write_error; ///< kept for the next call; 0
};

ct_outline int ct_serial_stream_read_(void *object, uint8_t *data, size_t room) {
    struct ct_serial_stream *self = object;
    int result = self->read_error;
    self->read_error = CT_OK;
    if (result) return result;
    for (size_t n = 0; n < room; n++) {
        result = ct_serial_read(self->port);
        if (result < 0) {
            if (n == 0) return result;
            if (result != CT_WOULD_BLOCK) self->read_error = (int16_t)result;
            return (int)n;
        }
        data[n] = (uint8_t)result;
    }
    return (int)room;
}

ct_outline int ct_serial_stream_write_(void *object, const uint8_t *data, size_t length) {
    struct ct_serial_stream *self = object;
    enum ct_error e = (enum ct_error)self->write_error;
    self->write_error = CT_OK;
    if (e) return e;
    for (size_t n = 0; n < length; n++) {
        e = ct_serial_write(self->port, data[n]);
        if (e) {
            if (n == 0) return e;
            if (e != CT_WOULD_BLOCK) self->write_error = (int16_t)e;
            return (int)n;
        }
    }
    return (int)length;
}

ct_outline enum ct_error ct_serial_stream_flush_(void *object) {
    return ct_serial_flush(((struct ct_serial_stream *)object)->port);
}

static const __attribute__((unused)) struct ct_stream_ops ct_serial_stream_ops = {
    .read = ct_serial_stream_read_,
    .write = ct_serial_stream_write_,
    .flush = ct_serial_stream_flush_,
};
/// It as a stream of hal/; the address of a struct ct_serial_stream.
#define CT_SERIAL_STREAM(serial) ((struct ct_stream){&ct_serial_stream_ops, (struct ct_serial_stream *)(serial)})

#endif
