// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Analog-to-digital converters: one conversion, a sequence of inputs, and a stream of samples.
///
///     CT_MUST(ct_adc_start(adc));
///     const int counts = CT_BLOCK(ct_adc_take(adc));     // 0 to ct_adc_most(adc)
///     const int32_t mv = ct_adc_millivolts(adc, counts, 3300);
///
/// Nothing here waits: CT_BLOCK, CT_BLOCK_FOR or CT_AWAIT do. Contexts: the implementation's;
/// taking is meant for an interrupt too.
#ifndef CORTEN_HAL_ADC_H
#define CORTEN_HAL_ADC_H

#include <corten/error.h>
#include <corten/hal/instance.h>

/* ---- one conversion */

struct ct_adc_ops {
    /// CT_OK, or CT_BUSY: a conversion runs.
    enum ct_error (*start)(void *object);
    /// The result, once; CT_WOULD_BLOCK while it is not there; or another negative enum ct_error.
    int (*take)(void *object);
};

/// One input of a converter of `bits` bits.
struct ct_adc {
    const struct ct_adc_ops *ops;
    void *object;
    uint8_t bits;
};

/// Starts a conversion. CT_OK, or CT_BUSY while one runs.
ct_inline CT_MUST_USE enum ct_error ct_adc_start(struct ct_adc adc) {
    return adc.ops->start(adc.object);
}

/// The finished conversion in counts, from 0 to ct_adc_most(); it can be taken once.
/// CT_WOULD_BLOCK (-1) while there is none; CT_OVERRUN when one was lost.
ct_inline CT_MUST_USE int ct_adc_take(struct ct_adc adc) { return adc.ops->take(adc.object); }

/// The largest count: 4095 for 12 bits.
ct_inline int ct_adc_most(struct ct_adc adc) { return (1 << adc.bits) - 1; }

/// Counts in millivolts, rounded to the nearest, for a full scale of `reference_mv` (0 to 65535).
/// An error instead of counts comes out as it went in.
ct_inline int32_t ct_adc_millivolts(struct ct_adc adc, int counts, uint16_t reference_mv) {
    const uint32_t most = (1u << adc.bits) - 1u;
    return counts < 0 ? counts
                      : (int32_t)(((uint64_t)(uint32_t)counts * reference_mv + most / 2u) / most);
}

/* ---- several inputs, one after the other */

struct ct_adc_sequence_ops {
    enum ct_error (*start)(void *object);
    enum ct_error (*take)(void *object, uint16_t *counts);
};

/// Inputs that are converted in a fixed order, each once a start.
struct ct_adc_sequence {
    const struct ct_adc_sequence_ops *ops;
    void *object;
    uint8_t bits;
    uint8_t length; ///< how many counts a take delivers
};

/// Starts to convert all. CT_OK, or CT_BUSY while a conversion runs.
ct_inline CT_MUST_USE enum ct_error ct_adc_sequence_start(struct ct_adc_sequence adc) {
    return adc.ops->start(adc.object);
}

/// When all are there, writes `length` counts, in the sequence's order: CT_OK, once.
/// CT_WOULD_BLOCK until then; CT_OVERRUN when one was lost: start again.
ct_inline CT_MUST_USE enum ct_error ct_adc_sequence_take(struct ct_adc_sequence adc,
                                                         uint16_t *counts) {
    return adc.ops->take(adc.object, counts);
}

/* ---- without end */

struct ct_adc_stream_ops {
    enum ct_error (*start)(void *object);
    int (*take)(void *object, uint16_t *counts, uint16_t room);
    enum ct_error (*stop)(void *object);
};

/// A converter that goes on by itself, at a rate of its own.
struct ct_adc_stream {
    const struct ct_adc_stream_ops *ops;
    void *object;
    uint8_t bits;
    uint32_t millihertz; ///< samples in 1000 s; 0: as fast as it goes
};

/// Starts it. CT_OK, or CT_BUSY: it runs already.
ct_inline CT_MUST_USE enum ct_error ct_adc_stream_start(struct ct_adc_stream adc) {
    return adc.ops->start(adc.object);
}

/// The samples that have come, oldest first: how many were written, 1 to `room`. CT_WOULD_BLOCK
/// while there are none; CT_OVERRUN, once, when samples were lost before those that come next;
/// CT_INVALID when it does not run.
ct_inline CT_MUST_USE int ct_adc_stream_take(struct ct_adc_stream adc, uint16_t *counts,
                                             uint16_t room) {
    return adc.ops->take(adc.object, counts, room);
}

/// Stops it; samples not taken are dropped. CT_OK, or CT_INVALID: it does not run.
ct_inline CT_MUST_USE enum ct_error ct_adc_stream_stop(struct ct_adc_stream adc) {
    return adc.ops->stop(adc.object);
}

#endif
