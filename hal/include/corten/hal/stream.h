// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Streams of bytes: read, write, ready, seek.
///
///     const char text[] = "hello";
///     size_t done = 0;
///     CT_MUST(CT_BLOCK(ct_stream_write_all(out, text, 5, &done)));
///     const int n = ct_stream_read(in, buffer, sizeof buffer);    // 1 to room, 0: the end, < 0: error
///
/// A stream moves as much as it can now and says how much; where it can move nothing it returns
/// CT_WOULD_BLOCK, unless it is one that waits (with a time-out, then CT_TIMEOUT). So the same code
/// runs under CT_BLOCK, CT_BLOCK_FOR and CT_AWAIT. One reader and one writer at a time, which may be
/// different contexts where the implementation says so.
#ifndef CORTEN_HAL_STREAM_H
#define CORTEN_HAL_STREAM_H

#include <corten/error.h>
#include <corten/hal/instance.h>

/// What a position counts from.
enum ct_seek { CT_SEEK_START, CT_SEEK_CURRENT, CT_SEEK_END };

/// What a stream can do; NULL for what it cannot.
struct ct_stream_ops {
    int (*read)(void *object, uint8_t *data, size_t room);
    int (*write)(void *object, const uint8_t *data, size_t length);
    enum ct_error (*flush)(void *object); ///< NULL: nothing is kept back
    int (*read_ready)(void *object);
    int (*write_ready)(void *object);
    enum ct_error (*seek)(void *object, enum ct_seek from, int32_t offset, uint32_t *position);
};

struct ct_stream {
    const struct ct_stream_ops *ops;
    void *object;
};

/// Bytes that are there, at least one, at most `room` and INT_MAX: how many. 0 at the end of a
/// stream that has one (or for no room). CT_WOULD_BLOCK, CT_TIMEOUT, or what damaged the next byte
/// (CT_OVERRUN, CT_FRAMING, …), after which reading goes on.
ct_inline CT_MUST_USE int ct_stream_read(struct ct_stream stream, void *data, size_t room) {
    return !stream.ops->read ? CT_UNSUPPORTED
           : room == 0       ? 0
                             : stream.ops->read(stream.object, data, room);
}

/// Hands over bytes, as many as there is room for: how many, at least one. CT_WOULD_BLOCK,
/// CT_TIMEOUT, CT_FULL (at the end of a device that has one), or another error.
ct_inline CT_MUST_USE int ct_stream_write(struct ct_stream stream, const void *data, size_t length) {
    return !stream.ops->write ? CT_UNSUPPORTED
           : length == 0      ? 0
                              : stream.ops->write(stream.object, data, length);
}

/// Hands over what is left: `*done`, which begins with 0, says how far it is. CT_OK when all is;
/// CT_WOULD_BLOCK to be called again with the same arguments; or an error.
ct_inline CT_MUST_USE enum ct_error ct_stream_write_all(struct ct_stream stream, const void *data,
                                                        size_t length, size_t *done) {
    while (*done < length) {
        const int n = ct_stream_write(stream, (const uint8_t *)data + *done, length - *done);
        if (n < 0) return (enum ct_error)n;
        if (n == 0) return CT_FULL;
        *done += (size_t)n;
    }
    return CT_OK;
}

/// Reads until `length` bytes are there, in the same way. CT_CLOSED: the stream ended before.
ct_inline CT_MUST_USE enum ct_error ct_stream_read_all(struct ct_stream stream, void *data,
                                                       size_t length, size_t *done) {
    while (*done < length) {
        const int n = ct_stream_read(stream, (uint8_t *)data + *done, length - *done);
        if (n < 0) return (enum ct_error)n;
        if (n == 0) return CT_CLOSED;
        *done += (size_t)n;
    }
    return CT_OK;
}

/// CT_OK when everything written has left, CT_WOULD_BLOCK until then.
ct_inline CT_MUST_USE enum ct_error ct_stream_flush(struct ct_stream stream) {
    return stream.ops->flush ? stream.ops->flush(stream.object) : CT_OK;
}

/// Whether a read would return at once with a byte, the end or an error: 1 or 0; CT_UNSUPPORTED.
ct_inline CT_MUST_USE int ct_stream_read_ready(struct ct_stream stream) {
    return stream.ops->read_ready ? stream.ops->read_ready(stream.object) : CT_UNSUPPORTED;
}

/// Whether a write would take a byte at once: 1 or 0; CT_UNSUPPORTED.
ct_inline CT_MUST_USE int ct_stream_write_ready(struct ct_stream stream) {
    return stream.ops->write_ready ? stream.ops->write_ready(stream.object) : CT_UNSUPPORTED;
}

/// Goes to a place, in bytes from the start, from here, or from the end; `*position` becomes the
/// distance from the start, unless it is NULL. CT_OK; CT_OUT_OF_RANGE: before the start or behind
/// the end, and nothing has changed; CT_UNSUPPORTED.
ct_inline CT_MUST_USE enum ct_error ct_stream_seek(struct ct_stream stream, enum ct_seek from,
                                                   int32_t offset, uint32_t *position) {
    uint32_t dropped;
    return stream.ops->seek
               ? stream.ops->seek(stream.object, from, offset, position ? position : &dropped)
               : CT_UNSUPPORTED;
}

#endif
