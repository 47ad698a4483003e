// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Queues between a serial port and its users, moved by the port's interrupt.
///
///     CT_SERIAL_BUFFERED(link, PORT, 64, 256, port_interrupt_when_room(has_room));   // bytes in, out
///     link_start();                                          // init: from now on its interrupt comes
///     if (link_interrupt()) wake();                          // all that its handler does
///     const int byte = ct_serial_read(link);                 // a struct ct_serial as PORT is one
///     CT_MUST(CT_BLOCK(ct_serial_write(link, 'x')));
///
/// What comes while the queue is full is lost, counted, and said once: CT_OVERRUN, or what else was
/// wrong, comes before the bytes that are read next. One reader, one writer and the handler, each in a
/// context of its own. Whoever reads, writes or flushes moves bytes too, so that a port without an
/// interrupt works; each of these masks interrupts while it moves what the port has or takes.
#ifndef CORTEN_HAL_SERIAL_BUFFERED_H
#define CORTEN_HAL_SERIAL_BUFFERED_H

#include <corten/critical.h>
#include <corten/hal/serial.h>
#include <corten/spsc.h>

/// What is between the queues. All zero at the start.
struct ct_serial_between {
    volatile enum ct_error wrong;   ///< that was not told yet
    struct ct_serial_errors errors; ///< counted since the start
    int16_t next;                   ///< taken from the queue, not yet by the port: byte + 1, or 0
};

ct_inline void ct_serial_note_(struct ct_serial_between *between, enum ct_error error) {
    between->wrong = error;
    if (error == CT_OVERRUN) between->errors.overruns++;
    if (error == CT_FRAMING) between->errors.framing++;
    if (error == CT_PARITY) between->errors.parity++;
    if (error == CT_NOISE) between->errors.noise++;
}

/// At file scope: `struct ct_serial NAME` over another one, a constant; NAME_start(),
/// NAME_interrupt() and NAME_errors(). Queues of 1 to 65534 bytes. The last argument is an expression
/// that makes the port's interrupt come for bytes, and for room where `has_room` (a bool) is true; or
/// (void)has_room, where there is none.
#define CT_SERIAL_BUFFERED(name, port_, received_room, sent_room, interrupt_when)                  \
    static CT_SPSC(uint8_t, received_room) name##_received_;                                       \
    static CT_SPSC(uint8_t, sent_room) name##_sending_;                                            \
    static struct ct_serial_between name##_between_;                                               \
                                                                                                   \
    /* Interrupts masked, or in the handler: bytes to the port, as long as it takes them. */       \
    static CT_NOINLINE bool name##_send_(void) {                                                   \
        bool moved = false;                                                                        \
        for (;;) {                                                                                 \
            uint8_t byte;                                                                          \
            if (!name##_between_.next) {                                                           \
                if (ct_spsc_dequeue(&name##_sending_, &byte)) break;                               \
                name##_between_.next = (int16_t)(byte + 1);                                        \
                moved = true;                                                                      \
            }                                                                                      \
            if (ct_serial_write((port_), (uint8_t)(name##_between_.next - 1)) != CT_OK) break;     \
            name##_between_.next = 0;                                                              \
        }                                                                                          \
        const bool has_room = name##_between_.next != 0;                                           \
        interrupt_when;                                                                            \
        return moved;                                                                              \
    }                                                                                              \
    static CT_NOINLINE bool name##_receive_(void) {                                                \
        bool moved = false;                                                                        \
        for (int byte; (byte = ct_serial_read(port_)) != CT_WOULD_BLOCK; moved = true) {           \
            if (byte < 0)                                                                          \
                ct_serial_note_(&name##_between_, (enum ct_error)byte);                            \
            else if (ct_spsc_enqueue(&name##_received_, (uint8_t)byte))                            \
                ct_serial_note_(&name##_between_, CT_OVERRUN);                                     \
        }                                                                                          \
        return moved;                                                                              \
    }                                                                                              \
    /** The handler: whether there is something to read now, or room to write. */                  \
    static __attribute__((unused)) bool name##_interrupt(void) {                                   \
        bool moved = false;                                                                        \
        CT_CRITICAL {                                                                              \
            moved = name##_receive_();                                                             \
            moved = name##_send_() || moved;                                                       \
        }                                                                                          \
        return moved;                                                                              \
    }                                                                                              \
    /** From now on the interrupt comes. Init. */                                                  \
    static __attribute__((unused)) void name##_start(void) {                                       \
        CT_CRITICAL(void) name##_send_();                                                          \
    }                                                                                              \
    ct_inline struct ct_serial_errors name##_errors(void) { return name##_between_.errors; }       \
                                                                                                   \
    ct_outline int name##_read_(void *object) {                                                    \
        (void)object;                                                                              \
        CT_CRITICAL(void) name##_receive_();                                                       \
        const enum ct_error wrong = name##_between_.wrong;                                         \
        if (wrong) {                                                                               \
            name##_between_.wrong = CT_OK;                                                         \
            return wrong;                                                                          \
        }                                                                                          \
        uint8_t byte;                                                                              \
        return ct_spsc_dequeue(&name##_received_, &byte) ? CT_WOULD_BLOCK : byte;                  \
    }                                                                                              \
    ct_outline enum ct_error name##_write_(void *object, uint8_t byte) {                           \
        (void)object;                                                                              \
        if (ct_spsc_enqueue(&name##_sending_, byte)) return CT_WOULD_BLOCK;                        \
        CT_CRITICAL(void) name##_send_();                                                          \
        return CT_OK;                                                                              \
    }                                                                                              \
    ct_outline enum ct_error name##_flush_(void *object) {                                         \
        (void)object;                                                                              \
        CT_CRITICAL(void) name##_send_();                                                          \
        return name##_between_.next ? CT_WOULD_BLOCK : ct_serial_flush(port_);                     \
    }                                                                                              \
    static const struct ct_serial_ops name##_serial_ops_ = {.read = name##_read_,                  \
                                                            .write = name##_write_,                \
                                                            .flush = name##_flush_};               \
    static const __attribute__((unused)) struct ct_serial name = {&name##_serial_ops_, NULL}

#endif
