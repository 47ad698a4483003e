// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// MCP2515: a CAN controller on SPI.
///
///     CT_MCP2515_DEFINE(bus, .spi = CAN_SPI, .delay = DELAY, .crystal_hz = 8000000, .bit_hz = 500000);
///     CT_MUST(bus_start());                              // CT_NOT_FOUND: no such chip answers
///     struct ct_can_frame frame = {.id = CT_CAN_STANDARD(0x123), .length = 1, .data = {7}}, displaced;
///     if (ct_can_transmit(bus_can(), &frame, &displaced) == CT_CAN_DISPLACED) later(&displaced);
///     if (ct_can_receive(bus_can(), &frame) == CT_OK) use(&frame);
///
/// One frame waits for the bus at a time, so that frames leave in the order of the rules of
/// <corten/hal/can.h>: a more urgent one takes the place of one that waits. Both receive buffers are
/// used and every frame is taken. Frames are received in their order, unless a receive is interrupted
/// in its middle for longer than a frame lasts (47 us at 1 Mbit/s). Contexts: the bus's; transmit and
/// receive from the same one.
///
/// Facts: Microchip, MCP2515 data sheet DS20001801: section 3.3 (one-shot, abort), 3.6 (aborting), 4
/// (reception, rollover), 5 (bit timing), 6 (errors), 10.0 (modes), 11.0 (registers), 12.0 (SPI).
#ifndef CORTEN_DRIVERS_MCP2515_H
#define CORTEN_DRIVERS_MCP2515_H

#include <corten/drivers/define.h>
#include <corten/hal/can.h>
#include <corten/hal/delay.h>
#include <corten/hal/spi.h>

struct ct_mcp2515_state {
    struct ct_can_frame waiting; // what the controller has to send
    bool is_waiting, has_started;
    bool second_is_older; // receive buffer 1 was filled before buffer 0
};

/// Wiring and speed. SPI: mode 0 or 3, at most 10 MHz.
struct ct_mcp2515 {
    struct ct_spi_device spi;
    struct ct_delay delay;
    uint32_t crystal_hz; ///< 1 to 40 MHz
    uint32_t bit_hz;     ///< of the bus: a bit must be 8 to 25 quanta of 2, 4, … 128 clocks
    bool is_loopback;    ///< nothing goes to the bus: frames come back at once
    struct ct_mcp2515_state *state; ///< all zero at the start
    // the one copy of ct_mcp2515_talk_here_()
    enum ct_error (*talk_)(const uint8_t *command, size_t count, uint8_t *data, size_t length);
};

/// The three registers CNF3, CNF2, CNF1 for a bit rate: the sample point at 75 to 86 % of the bit, and
/// not before 68 % where a bit has more than 21 quanta. CT_OK; CT_OUT_OF_RANGE: the clock cannot make that rate exactly. Computation only.
ct_inline CT_MUST_USE enum ct_error ct_mcp2515_timing(uint32_t crystal_hz, uint32_t bit_hz,
                                                      uint8_t cnf[3]) {
    if (bit_hz == 0 || crystal_hz % (2 * bit_hz)) return CT_OUT_OF_RANGE;
    const uint32_t halves = crystal_hz / bit_hz / 2; // two clocks each
    for (uint32_t quanta = 25; quanta >= 8; quanta--) { // many are best
        if (halves % quanta || halves / quanta > 64) continue;
        uint32_t late = quanta / 5 < 2 ? 2 : quanta / 5; // phase segment 2: 2 to 8
        if (late + 17 < quanta) late = quanta - 17;      // the others have 8 at most
        const uint32_t propagation = (quanta - 1 - late) / 2;
        const uint32_t phase_1 = quanta - 1 - late - propagation;
        cnf[1] = (uint8_t)(0x80 | (phase_1 - 1) << 3 | (propagation - 1));
        cnf[0] = (uint8_t)(late - 1);
        cnf[2] = (uint8_t)(halves / quanta - 1); // a jump width of one quantum
        return CT_OK;
    }
    return CT_OUT_OF_RANGE;
}

enum { CT_MCP2515_FRAME_BYTES = 13 };

/// A frame as the five registers of its identifier and length, and its data. Computation only.
ct_inline void ct_mcp2515_pack(const struct ct_can_frame *frame,
                               uint8_t bytes[CT_MCP2515_FRAME_BYTES]) {
    const uint32_t id = frame->id.bits, base = frame->id.is_extended ? id >> 18 : id;
    bytes[0] = (uint8_t)(base >> 3);
    bytes[1] = (uint8_t)(base << 5 | (frame->id.is_extended ? 0x08 | (id >> 16 & 3) : 0));
    bytes[2] = frame->id.is_extended ? (uint8_t)(id >> 8) : 0;
    bytes[3] = frame->id.is_extended ? (uint8_t)id : 0;
    bytes[4] = (uint8_t)(frame->length | (frame->is_remote ? 0x40 : 0));
    for (int i = 0; i < 8; i++) bytes[5 + i] = i < frame->length ? frame->data[i] : 0;
}

/// The frame in the registers of a receive buffer. Computation only.
ct_inline void ct_mcp2515_unpack(const uint8_t bytes[CT_MCP2515_FRAME_BYTES],
                                 struct ct_can_frame *frame) {
    const uint32_t base = (uint32_t)bytes[0] << 3 | bytes[1] >> 5;
    const bool is_extended = bytes[1] & 0x08;
    *frame = (struct ct_can_frame){
        .id = is_extended ? CT_CAN_EXTENDED(base << 18 | (bytes[1] & 3u) << 16 |
                                            (uint32_t)bytes[2] << 8 | bytes[3])
                          : CT_CAN_STANDARD(base),
        .is_remote = is_extended ? bytes[4] & 0x40 : bytes[1] & 0x10, // RTR; SRR
        .length = (bytes[4] & 15) > 8 ? 8 : bytes[4] & 15, // 9 to 15 stand for 8 (ISO 11898-1)
    };
    for (int i = 0; i < frame->length; i++) frame->data[i] = frame->is_remote ? 0 : bytes[5 + i];
}

// Registers (section 11.0).
enum ct_mcp2515_register_ {
    CT_MCP2515_CANSTAT_ = 0x0E, CT_MCP2515_CANCTRL_ = 0x0F, CT_MCP2515_CNF3_ = 0x28,
    CT_MCP2515_CANINTF_ = 0x2C, CT_MCP2515_TXB0CTRL_ = 0x30, CT_MCP2515_RXB0CTRL_ = 0x60,
    CT_MCP2515_RXB1CTRL_ = 0x70,
};

// Sends a command, then receives `length` bytes, which may be none.
ct_inline CT_MUST_USE enum ct_error ct_mcp2515_talk_here_(struct ct_mcp2515 can,
                                                          const uint8_t *command, size_t count,
                                                          uint8_t *data, size_t length) {
    const struct ct_spi_operation operations[] = {CT_SPI_WRITE(command, count),
                                                  CT_SPI_READ(data, length)};
    return ct_spi_transaction(can.spi, operations, length ? 2 : 1);
}
ct_inline CT_MUST_USE enum ct_error ct_mcp2515_talk_(struct ct_mcp2515 can, const uint8_t *command,
                                                     size_t count, uint8_t *data, size_t length) {
    return can.talk_ ? can.talk_(command, count, data, length)
                     : ct_mcp2515_talk_here_(can, command, count, data, length);
}
ct_inline CT_MUST_USE enum ct_error ct_mcp2515_get_(struct ct_mcp2515 can, uint8_t place,
                                                    uint8_t *data, size_t length) {
    const uint8_t command[2] = {0x03, place};
    return ct_mcp2515_talk_(can, command, 2, data, length);
}
ct_inline CT_MUST_USE enum ct_error ct_mcp2515_put_(struct ct_mcp2515 can, uint8_t place,
                                                    uint8_t byte) {
    const uint8_t command[3] = {0x02, place, byte};
    return ct_mcp2515_talk_(can, command, 3, NULL, 0);
}
// Changes the bits of `mask` to those of `byte`, in the registers that allow it.
ct_inline CT_MUST_USE enum ct_error ct_mcp2515_modify_(struct ct_mcp2515 can, uint8_t place,
                                                       uint8_t mask, uint8_t byte) {
    const uint8_t command[4] = {0x05, place, mask, byte};
    return ct_mcp2515_talk_(can, command, 4, NULL, 0);
}

// Looks until the controller is in that mode, at most 10 ms.
ct_inline CT_MUST_USE enum ct_error ct_mcp2515_wait_(struct ct_mcp2515 can, uint8_t mode) {
    for (unsigned left = 100;; left--) {
        uint8_t status;
        const enum ct_error e = ct_mcp2515_get_(can, CT_MCP2515_CANSTAT_, &status, 1);
        if (e || (status & 0xE0) == mode) return e;
        if (left == 0) return CT_TIMEOUT;
        ct_delay_us(can.delay, 100);
    }
}

/// Resets the controller, sets its speed and lets it take part in the bus. CT_OK; CT_OUT_OF_RANGE: a
/// bit rate that the crystal cannot make; CT_NOT_FOUND: no such chip answers; CT_TIMEOUT: the bus
/// is not idle within 10 ms, so it cannot join; or the error of SPI.
ct_inline CT_MUST_USE enum ct_error ct_mcp2515_start(struct ct_mcp2515 can) {
    *can.state = (struct ct_mcp2515_state){.has_started = false};
    uint8_t cnf[3], back[3];
    enum ct_error e = ct_mcp2515_timing(can.crystal_hz, can.bit_hz, cnf);
    if (e) return e;
    if ((e = ct_mcp2515_talk_(can, &(const uint8_t){0xC0}, 1, NULL, 0))) return e; // reset
    ct_delay_us(can.delay, 200);                                           // 128 clocks (section 8.1)
    e = ct_mcp2515_wait_(can, 0x80); // configuration
    if (e) return e == CT_TIMEOUT ? CT_NOT_FOUND : e;
    const uint8_t speed[5] = {0x02, CT_MCP2515_CNF3_, cnf[0], cnf[1], cnf[2]};
    if ((e = ct_mcp2515_talk_(can, speed, sizeof speed, NULL, 0))) return e;
    if ((e = ct_mcp2515_get_(can, CT_MCP2515_CNF3_, back, 3))) return e;
    if (back[0] != cnf[0] || back[1] != cnf[1] || back[2] != cnf[2]) return CT_NOT_FOUND;
    // No filters; what does not fit into buffer 0 goes to buffer 1.
    if ((e = ct_mcp2515_put_(can, CT_MCP2515_RXB0CTRL_, 0x64))) return e;
    if ((e = ct_mcp2515_put_(can, CT_MCP2515_RXB1CTRL_, 0x60))) return e;
    const uint8_t mode = can.is_loopback ? 0x40 : 0x00;
    if ((e = ct_mcp2515_put_(can, CT_MCP2515_CANCTRL_, mode))) return e;
    if ((e = ct_mcp2515_wait_(can, mode))) return e;
    can.state->has_started = true;
    return CT_OK;
}

/// ct_can_transmit() for it; also CT_INVALID: it was not started; and the errors of SPI.
ct_inline CT_MUST_USE int ct_mcp2515_transmit(struct ct_mcp2515 can,
                                              const struct ct_can_frame *frame,
                                              struct ct_can_frame *displaced) {
    struct ct_mcp2515_state *const state = can.state;
    if (!state->has_started) return CT_INVALID;
    enum ct_error e;
    uint8_t status[2]; // CANINTF, EFLG
    if ((e = ct_mcp2515_get_(can, CT_MCP2515_CANINTF_, status, 2))) return e;
    if (status[1] & 0x20) return CT_BUS_OFF;
    bool displaces = false;
    if (state->is_waiting) {
        uint8_t control;
        if ((e = ct_mcp2515_get_(can, CT_MCP2515_TXB0CTRL_, &control, 1))) return e;
        if (control & 0x08) {
            if (ct_can_arbitration(frame) >= ct_can_arbitration(&state->waiting))
                return CT_WOULD_BLOCK;
            // Take the request back. A frame that is on the bus already goes on to its end.
            if ((e = ct_mcp2515_modify_(can, CT_MCP2515_TXB0CTRL_, 0x08, 0))) return e;
            for (unsigned left = 100;; left--) {
                if ((e = ct_mcp2515_get_(can, CT_MCP2515_TXB0CTRL_, &control, 1))) return e;
                if (!(control & 0x08)) break;
                if (left == 0) return CT_TIMEOUT;
                ct_delay_us(can.delay, 10);
            }
            displaces = control & 0x40; // ABTF; else it was sent
        }
        if (displaces) *displaced = state->waiting;
        state->is_waiting = false;
    }
    uint8_t load[1 + CT_MCP2515_FRAME_BYTES] = {0x40}; // load buffer 0, from its identifier on
    ct_mcp2515_pack(frame, load + 1);
    e = ct_mcp2515_talk_(can, load, 6u + (frame->is_remote ? 0u : frame->length), NULL, 0);
    if (!e) e = ct_mcp2515_talk_(can, &(const uint8_t){0x81}, 1, NULL, 0); // request to send buffer 0
    if (e) return e;
    state->waiting = *frame;
    state->is_waiting = true;
    return displaces ? CT_CAN_DISPLACED : CT_OK;
}

/// ct_can_receive() for it: CT_BUS for an error on the bus, whose kind the chip does not tell; also
/// CT_INVALID: it was not started; and the errors of SPI.
ct_inline CT_MUST_USE enum ct_error ct_mcp2515_receive(struct ct_mcp2515 can,
                                                       struct ct_can_frame *frame) {
    struct ct_mcp2515_state *const state = can.state;
    if (!state->has_started) return CT_INVALID;
    enum ct_error e;
    uint8_t status[2]; // CANINTF, EFLG
    if ((e = ct_mcp2515_get_(can, CT_MCP2515_CANINTF_, status, 2))) return e;
    const bool first = status[0] & 1, second = status[0] & 2;
    if (first || second) {
        const bool take_second = second && (state->second_is_older || !first);
        uint8_t bytes[CT_MCP2515_FRAME_BYTES]; // reading a buffer empties it
        e = ct_mcp2515_talk_(can, &(const uint8_t){take_second ? 0x94 : 0x90}, 1, bytes,
                             sizeof bytes);
        if (e) return e;
        // What comes from now on goes to buffer 0, so what is in buffer 1 is older. It may have come
        // while buffer 0 was read: a second look tells, before two more frames can have come.
        uint8_t flags = 0;
        if (!take_second) CT_IGNORE(ct_mcp2515_get_(can, CT_MCP2515_CANINTF_, &flags, 1));
        state->second_is_older = flags & 2;
        ct_mcp2515_unpack(bytes, frame);
        return CT_OK;
    }
    if (status[1] & 0xC0) { // a frame found both buffers full
        e = ct_mcp2515_modify_(can, CT_MCP2515_CANINTF_ + 1, 0xC0, 0);
        return e ? e : CT_OVERRUN;
    }
    if (status[0] & 0x80) {
        e = ct_mcp2515_modify_(can, CT_MCP2515_CANINTF_, 0x80, 0);
        return e ? e : CT_BUS;
    }
    return status[1] & 0x20 ? CT_BUS_OFF : CT_WOULD_BLOCK;
}

/// At file scope: a controller with its state; for it NAME_start(), not inlined, and NAME_can(), the
/// struct ct_can.
#define CT_MCP2515_DEFINE(name, ...)                                                               \
    static struct ct_mcp2515_state name##_state_;                                                  \
    CT_DRIVER_FUNCTION(enum ct_error, name##_talk_,                                                \
                       (const uint8_t *command, size_t count, uint8_t *data, size_t length),       \
                       ct_mcp2515_talk_here_((struct ct_mcp2515){__VA_ARGS__}, command, count,     \
                                             data, length))                                        \
    CT_DRIVER_FUNCTION(enum ct_error, name##_start, (void),                                        \
                       ct_mcp2515_start(CT_MCP2515_(name, __VA_ARGS__)))                           \
    CT_DRIVER_FUNCTION(int, name##_transmit_,                                                      \
                       (void *object, const struct ct_can_frame *frame,                            \
                        struct ct_can_frame *displaced),                                           \
                       ((void)object,                                                              \
                        ct_mcp2515_transmit(CT_MCP2515_(name, __VA_ARGS__), frame, displaced)))    \
    CT_DRIVER_FUNCTION(enum ct_error, name##_receive_, (void *object, struct ct_can_frame *frame), \
                       ((void)object, ct_mcp2515_receive(CT_MCP2515_(name, __VA_ARGS__), frame)))  \
    static const __attribute__((unused)) struct ct_can_ops name##_can_ops_ = {name##_transmit_,    \
                                                                             name##_receive_};     \
    ct_inline struct ct_can name##_can(void) { return (struct ct_can){&name##_can_ops_, NULL}; }
#define CT_MCP2515_(name, ...)                                                                     \
    ((struct ct_mcp2515){__VA_ARGS__, .state = &name##_state_, .talk_ = name##_talk_})

#endif
