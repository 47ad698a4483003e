// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// CAN 2.0: identifiers, frames, and a controller that does not wait.
///
///     struct ct_can_frame frame = {.id = CT_CAN_STANDARD(0x123), .length = 2, .data = {1, 2}};
///     struct ct_can_frame displaced;
///     const int sent = CT_BLOCK(ct_can_transmit(can, &frame, &displaced));
///     if (sent == CT_CAN_DISPLACED) later(&displaced);   // a less urgent one that was waiting
///     CT_MUST(CT_BLOCK(ct_can_receive(can, &frame)));
///
/// Frames are sent in the order in which they would win the bus, not in which they were handed
/// over. One that sends and one that receives at a time. Contexts: the implementation's. ISO 11898-1,
/// Bosch CAN specification 2.0.
#ifndef CORTEN_HAL_CAN_H
#define CORTEN_HAL_CAN_H

#include <corten/error.h>
#include <corten/hal/instance.h>

/// An identifier of 11 bits, or of 29.
struct ct_can_id {
    uint32_t bits : 29;
    uint32_t is_extended : 1;
};

#define CT_CAN_CHECKED_(id, most)                                                                  \
    ((id) + 0u * (unsigned)sizeof(struct {                                                         \
                _Static_assert(                                                                    \
                    __builtin_choose_expr(__builtin_constant_p(id), (id), 0) <= (most),            \
                    "a CAN identifier has 11 bits, an extended one 29");                           \
                char c;                                                                            \
            }))
/// An identifier of 11 bits, 0 to 0x7FF.
#define CT_CAN_STANDARD(id) ((struct ct_can_id){CT_CAN_CHECKED_(id, 0x7FF) & 0x7FFu, 0})
/// An identifier of 29 bits, 0 to 0x1FFFFFFF.
#define CT_CAN_EXTENDED(id) ((struct ct_can_id){CT_CAN_CHECKED_(id, 0x1FFFFFFF) & 0x1FFFFFFFu, 1})

/// A data frame; or, when it asks for one, a remote frame: the length is that of the answer then.
struct ct_can_frame {
    struct ct_can_id id;
    bool is_remote;
    uint8_t length; ///< 0 to 8
    uint8_t data[8];
};

/// What arbitration compares, the first bit on the wire on top: of two frames that begin at a time
/// the one with the smaller number wins the bus.
///
///     base identifier (11), RTR or SRR, IDE, rest of an extended identifier (18), its RTR
ct_inline uint32_t ct_can_arbitration(const struct ct_can_frame *frame) {
    const uint32_t bits = frame->id.bits, remote = frame->is_remote;
    return frame->id.is_extended
               ? bits >> 18 << 21 | 3u << 19 | (bits & 0x3FFFFu) << 1 | remote // SRR and IDE are 1
               : bits << 21 | remote << 20;
}

/// Of identifiers of data frames: negative when `a` wins the bus against `b`, positive when it
/// loses, 0 when they are equal.
ct_inline int ct_can_id_compare(struct ct_can_id a, struct ct_can_id b) {
    const struct ct_can_frame first = {.id = a}, second = {.id = b};
    const uint32_t x = ct_can_arbitration(&first), y = ct_can_arbitration(&second);
    return (x > y) - (x < y);
}

/// Result of ct_can_transmit(): the frame was taken, and another had to leave for it.
enum { CT_CAN_DISPLACED = 1 };

struct ct_can_ops {
    int (*transmit)(void *object, const struct ct_can_frame *frame, struct ct_can_frame *displaced);
    enum ct_error (*receive)(void *object, struct ct_can_frame *frame);
};

struct ct_can {
    const struct ct_can_ops *ops;
    void *object;
};

/// Hands a frame to the controller. CT_OK: it will be sent. CT_CAN_DISPLACED (1): it will be, and
/// `*displaced` is a less urgent frame that waited and had to give its place: send it again later.
/// CT_WOULD_BLOCK: all places are taken by frames that are as urgent or more. CT_BUS_OFF.
/// CT_OUT_OF_RANGE: a length above 8. Frames of one identifier leave in the order of their calls.
ct_inline CT_MUST_USE int ct_can_transmit(struct ct_can can, const struct ct_can_frame *frame,
                                          struct ct_can_frame *displaced) {
    return frame->length > 8 ? CT_OUT_OF_RANGE
                             : can.ops->transmit(can.object, frame, displaced);
}

/// The next frame that came. CT_OK; CT_WOULD_BLOCK while there is none; CT_OVERRUN, once, when one
/// was lost; CT_BIT_ERROR, CT_STUFFING, CT_CORRUPT (checksum), CT_FRAMING (form),
/// CT_NO_ACKNOWLEDGE: what the controller saw on the bus, once each time; CT_BUS_OFF.
ct_inline CT_MUST_USE enum ct_error ct_can_receive(struct ct_can can, struct ct_can_frame *frame) {
    return can.ops->receive(can.object, frame);
}

#endif
