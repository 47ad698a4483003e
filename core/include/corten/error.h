// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Error values: 0 is success, every failure a negative constant with a name.
///
///     enum ct_error e = sensor_start();
///     if (e) print(ct_error_name(e));          // "CT_TIMEOUT"
#ifndef CORTEN_ERROR_H
#define CORTEN_ERROR_H

#include <corten/compiler.h>

/// X(name, value, meaning): the one list of errors. Values are stable; new ones go to the end.
#define CT_ERRORS(X)                                                                               \
    X(CT_OK, 0, "success")                                                                         \
    X(CT_WOULD_BLOCK, -1, "not ready yet: call again")                                             \
    X(CT_FULL, -2, "no room")                                                                      \
    X(CT_EMPTY, -3, "nothing there")                                                               \
    X(CT_OUT_OF_RANGE, -4, "a number is out of range")                                             \
    X(CT_INVALID, -5, "an argument makes no sense")                                                \
    X(CT_NOT_FOUND, -6, "no such thing")                                                           \
    X(CT_EXISTS, -7, "it is there already")                                                        \
    X(CT_TIMEOUT, -8, "a flag or an answer did not come in time")                                  \
    X(CT_BUSY, -9, "in use")                                                                       \
    X(CT_CLOSED, -10, "the other end is gone")                                                     \
    X(CT_STALE, -11, "the handle is of something that has ended")                                  \
    X(CT_BUS, -12, "the bus reported an error")                                                    \
    X(CT_NO_ACKNOWLEDGE, -13, "nobody answered on the bus")                                        \
    X(CT_ARBITRATION, -14, "another master took the bus")                                          \
    X(CT_OVERRUN, -15, "data came faster than it was taken")                                       \
    X(CT_FRAMING, -16, "a stop bit was missing")                                                   \
    X(CT_PARITY, -17, "a parity bit was wrong")                                                    \
    X(CT_NOISE, -18, "the line was noisy")                                                         \
    X(CT_CORRUPT, -19, "a checksum or format was wrong")                                           \
    X(CT_PROTECTED, -20, "writing is not allowed there")                                           \
    X(CT_UNSUPPORTED, -21, "this hardware cannot do it")                                           \
    X(CT_NO_ACKNOWLEDGE_ADDRESS, -22, "nobody on the bus has that address")                        \
    X(CT_NO_ACKNOWLEDGE_DATA, -23, "the device refused a byte")                                    \
    X(CT_MODE_FAULT, -24, "another master selected this one")                                      \
    X(CT_CHIP_SELECT, -25, "the chip select line could not be driven")                             \
    X(CT_NOT_ALIGNED, -26, "an address or a length is not a multiple of the unit")                 \
    X(CT_BUS_OFF, -27, "too many errors: the controller left the bus")                             \
    X(CT_BIT_ERROR, -28, "a bit on the bus was not the one sent")                                  \
    X(CT_STUFFING, -29, "more equal bits in a row than the bus allows")                            \
    X(CT_TRANSFER, -30, "a DMA transfer failed")                                                   \
    X(CT_NO_MEDIUM, -31, "the card is not there, or was removed")

#define CT_ERROR_ENUMERATOR_(name, value, meaning) name = (value),
enum ct_error { CT_ERRORS(CT_ERROR_ENUMERATOR_) };
#undef CT_ERROR_ENUMERATOR_

/// Drops a result on purpose: `CT_IGNORE(report_spawn(reading));` says that losing it is fine.
#define CT_IGNORE(call)                                                                            \
    do {                                                                                           \
        if (call) {}                                                                               \
    } while (0)

/// The error's constant as text, "CT_TIMEOUT"; "unknown error" for a value that is none.
/// Any context.
const char *ct_error_name(enum ct_error error);

/// The error's meaning in words, "a flag or an answer did not come in time". Any context.
const char *ct_error_meaning(enum ct_error error);

#endif
