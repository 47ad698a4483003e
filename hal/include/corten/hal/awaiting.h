// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// From what does not wait to tasks that wait in the middle of their body, with a time-out.
///
///     static struct ct_wait_queue port_ready;                         // woken by the port's handler
///     CT_AWAIT_READY(byte, &port_ready, ct_serial_read(port), CT_MS(10));     // in a CT_ASYNC; or CT_TIMEOUT
///     static struct ct_arbiter turns;                                 // tasks that share a bus
///     CT_AWAIT_INTO(e, ct_arbiter_acquire(&turns, CT_WAITER));
///     CT_SPI_AWAIT(e, bus, &bus_ready, data, data, 4, CT_MS(10));
///     ct_arbiter_release(&turns, CT_WAITER);
///
/// The handler of the device's interrupt wakes the queue: ct_wait_queue_wake_all(&port_ready). The
/// call is made once at the beginning and once after each wake, so nothing that comes in between
/// is missed. Everything that the call names must live across a wait: static, a constant, or of the
/// task's frame.
#ifndef CORTEN_HAL_AWAITING_H
#define CORTEN_HAL_AWAITING_H
#pragma GCC system_header // a wait in the wrong place is said in one line

#include <corten/app/arbiter.h>
#include <corten/app/wait.h>
#include <corten/hal/i2c.h>
#include <corten/hal/spi.h>

/// In the body of a CT_ASYNC: waits in a queue until a call returns something else than
/// CT_WOULD_BLOCK, or for a duration: then `result`, which need not live across the wait, is
/// CT_TIMEOUT.
#define CT_AWAIT_READY(result, wait_queue, call, duration)                                         \
    CT_AWAIT_FOR(result, CT_READY_(wait_queue, call), duration)

// In the queue first: a wake between the call and the entry would be lost.
#define CT_READY_(wait_queue, call)                                                                \
    ({                                                                                             \
        ct_wait_queue_enter((wait_queue), CT_WAITER);                                              \
        const __typeof__(call) ct_ready_ = (call);                                                 \
        if (ct_ready_ != CT_WOULD_BLOCK) ct_wait_queue_leave(CT_WAITER);                           \
        ct_ready_;                                                                                 \
    })

/// Moves bytes over a struct ct_spi_nb and waits for the end; the memory is the caller's again in any
/// case. `result`: as ct_spi_nb_poll(), or CT_BUSY, or CT_TIMEOUT.
#define CT_SPI_AWAIT(result, bus, wait_queue, write, read, length, duration)                       \
    do {                                                                                           \
        (result) = ct_spi_nb_start((bus), (write), (read), (length));                              \
        if ((result) == CT_OK) {                                                                   \
            CT_AWAIT_READY(result, wait_queue, ct_spi_nb_poll(bus), duration);                     \
            if ((result) == CT_TIMEOUT) CT_IGNORE(ct_spi_nb_cancel(bus));                          \
        }                                                                                          \
    } while (0)

/// Does a transaction over a struct ct_i2c_nb and waits for the end, likewise.
#define CT_I2C_AWAIT(result, bus, wait_queue, address, operations, count, duration)                \
    do {                                                                                           \
        (result) = ct_i2c_nb_start((bus), (address), (operations), (count));                       \
        if ((result) == CT_OK) {                                                                   \
            CT_AWAIT_READY(result, wait_queue, ct_i2c_nb_poll(bus), duration);                     \
            if ((result) == CT_TIMEOUT) CT_IGNORE(ct_i2c_nb_cancel(bus));                          \
        }                                                                                          \
    } while (0)

#endif
