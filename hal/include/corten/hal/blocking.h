// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// From what does not wait to what waits, with a time-out.
///
///     const int byte = CT_BLOCK_FOR(ct_serial_read(port), timer, 1000);      // or CT_TIMEOUT
///     const int counts = ct_adc_convert(adc, timer, 100);
///     static const struct ct_spi_blocking spi = {BUS_NB, TIMER, 5000};
///     CT_MUST(ct_spi_bus_write(CT_SPI_BLOCKING(&spi), data, 4));
///
/// The core looks again and again (thread mode and tasks; everything of the same and of lower
/// priority waits meanwhile). The timer is used by one wait at a time.
#ifndef CORTEN_HAL_BLOCKING_H
#define CORTEN_HAL_BLOCKING_H

#include <corten/hal/adc.h>
#include <corten/hal/i2c.h>
#include <corten/hal/spi.h>
#include <corten/hal/stream.h>
#include <corten/hal/timer.h>
#include <corten/port.h>

/// Calls until the result is something else than CT_WOULD_BLOCK, at least once, for at least so
/// many microseconds: then CT_TIMEOUT. When the timer cannot be started (CT_OUT_OF_RANGE), the
/// result is that, and the call was not made.
#define CT_BLOCK_FOR(call, countdown, microseconds)                                                \
    __extension__({                                                                                \
        const struct ct_countdown ct_limit_ = (countdown);                                         \
        int ct_blocked_ = (int)ct_countdown_start(ct_limit_, (microseconds));                      \
        if (ct_blocked_ == CT_OK) {                                                                \
            enum ct_error ct_runs_;                                                                \
            do { /* time first, so that an answer which came in time is seen */                    \
                ct_runs_ = ct_countdown_wait(ct_limit_);                                           \
                ct_blocked_ = (int)(call);                                                         \
                if (ct_blocked_ != CT_WOULD_BLOCK) break;                                          \
                ct_port_relax();                                                                   \
            } while (ct_runs_ == CT_WOULD_BLOCK);                                                  \
            if (ct_runs_ == CT_WOULD_BLOCK)                                                        \
                CT_IGNORE(ct_countdown_cancel(ct_limit_));                                         \
            if (ct_blocked_ == CT_WOULD_BLOCK) ct_blocked_ = CT_TIMEOUT;                           \
        }                                                                                          \
        (__typeof__(call))ct_blocked_;                                                             \
    })

/// One conversion, start to end: counts, CT_BUSY, CT_OVERRUN or CT_TIMEOUT.
ct_inline CT_MUST_USE int ct_adc_convert(struct ct_adc adc, struct ct_countdown timer,
                                         uint32_t microseconds) {
    const enum ct_error e = ct_adc_start(adc);
    return e ? (int)e : CT_BLOCK_FOR(ct_adc_take(adc), timer, microseconds);
}

/* ---- SPI */

/// A bus that waits for one that does not.
struct ct_spi_blocking {
    struct ct_spi_nb bus;
    struct ct_countdown timer;
    uint32_t microseconds; ///< for the longest transfer, at the lowest speed
};

ct_outline enum ct_error ct_spi_blocking_transfer_(void *object, const uint8_t *write, uint8_t *read,
                                                  size_t length) {
    const struct ct_spi_blocking *self = object;
    if (length == 0) return CT_OK;
    enum ct_error e = ct_spi_nb_start(self->bus, write, read, length);
    if (e) return e;
    e = CT_BLOCK_FOR(ct_spi_nb_poll(self->bus), self->timer, self->microseconds);
    if (e == CT_TIMEOUT || e == CT_OUT_OF_RANGE) CT_IGNORE(ct_spi_nb_cancel(self->bus));
    return e;
}
ct_outline enum ct_error ct_spi_blocking_configure_(void *object, struct ct_spi_config config) {
    const struct ct_spi_blocking *self = object;
    return self->bus.ops->configure ? self->bus.ops->configure(self->bus.object, config)
                                    : CT_UNSUPPORTED;
}
static const __attribute__((unused)) struct ct_spi_bus_ops ct_spi_blocking_ops = {
    ct_spi_blocking_transfer_, NULL, ct_spi_blocking_configure_};
/// It as a bus of hal/; the address of a struct ct_spi_blocking.
#define CT_SPI_BLOCKING(blocking)                                                                  \
    ((struct ct_spi_bus){&ct_spi_blocking_ops,                                                     \
                         (void *)(uintptr_t)(const struct ct_spi_blocking *)(blocking)})

/* ---- I2C */

/// A bus that waits for one that does not.
struct ct_i2c_blocking {
    struct ct_i2c_nb bus;
    struct ct_countdown timer;
    uint32_t microseconds; ///< for the longest transaction, with a device that stretches the clock
};

ct_outline enum ct_error ct_i2c_blocking_transaction_(void *object, struct ct_i2c_address address,
                                                     const struct ct_i2c_operation *operations,
                                                     size_t count) {
    const struct ct_i2c_blocking *self = object;
    if (count == 0) return CT_OK;
    enum ct_error e = ct_i2c_nb_start(self->bus, address, operations, count);
    if (e) return e;
    e = CT_BLOCK_FOR(ct_i2c_nb_poll(self->bus), self->timer, self->microseconds);
    if (e == CT_TIMEOUT || e == CT_OUT_OF_RANGE) CT_IGNORE(ct_i2c_nb_cancel(self->bus));
    return e;
}
ct_outline enum ct_error ct_i2c_blocking_recover_(void *object) {
    const struct ct_i2c_blocking *self = object;
    return self->bus.ops->recover ? self->bus.ops->recover(self->bus.object) : CT_UNSUPPORTED;
}
static const __attribute__((unused)) struct ct_i2c_ops ct_i2c_blocking_ops = {
    ct_i2c_blocking_transaction_, ct_i2c_blocking_recover_};
/// It as a bus of hal/; the address of a struct ct_i2c_blocking.
#define CT_I2C_BLOCKING(blocking)                                                                  \
    ((struct ct_i2c){&ct_i2c_blocking_ops,                                                         \
                     (void *)(uintptr_t)(const struct ct_i2c_blocking *)(blocking)})

/* ---- streams */

/// A stream whose reads and writes wait for the first byte, for a time; then CT_TIMEOUT.
struct ct_stream_blocking {
    struct ct_stream stream;
    struct ct_countdown timer;
    uint32_t microseconds;
};

ct_outline int ct_stream_blocking_read_(void *object, uint8_t *data, size_t room) {
    const struct ct_stream_blocking *self = object;
    return CT_BLOCK_FOR(ct_stream_read(self->stream, data, room), self->timer, self->microseconds);
}
ct_outline int ct_stream_blocking_write_(void *object, const uint8_t *data, size_t length) {
    const struct ct_stream_blocking *self = object;
    return CT_BLOCK_FOR(ct_stream_write(self->stream, data, length), self->timer,
                        self->microseconds);
}
ct_outline enum ct_error ct_stream_blocking_flush_(void *object) {
    const struct ct_stream_blocking *self = object;
    return CT_BLOCK_FOR(ct_stream_flush(self->stream), self->timer, self->microseconds);
}
ct_outline int ct_stream_blocking_read_ready_(void *object) {
    const struct ct_stream_blocking *self = object;
    return ct_stream_read_ready(self->stream);
}
ct_outline int ct_stream_blocking_write_ready_(void *object) {
    const struct ct_stream_blocking *self = object;
    return ct_stream_write_ready(self->stream);
}
ct_outline enum ct_error ct_stream_blocking_seek_(void *object, enum ct_seek from, int32_t offset,
                                                 uint32_t *position) {
    const struct ct_stream_blocking *self = object;
    return ct_stream_seek(self->stream, from, offset, position);
}
static const __attribute__((unused)) struct ct_stream_ops ct_stream_blocking_ops = {
    ct_stream_blocking_read_,       ct_stream_blocking_write_,       ct_stream_blocking_flush_,
    ct_stream_blocking_read_ready_, ct_stream_blocking_write_ready_, ct_stream_blocking_seek_};
/// It as a stream of hal/; the address of a struct ct_stream_blocking.
#define CT_STREAM_BLOCKING(blocking)                                                               \
    ((struct ct_stream){&ct_stream_blocking_ops,                                                   \
                        (void *)(uintptr_t)(const struct ct_stream_blocking *)(blocking)})

#endif
