// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Input capture: a counter that notes when edges came.
///
///     struct ct_captured first, second;
///     CT_MUST(ct_capture_start(wheel, CT_EDGE_RISING));
///     CT_MUST(CT_BLOCK(ct_capture_take(wheel, &first)));
///     CT_MUST(CT_BLOCK(ct_capture_take(wheel, &second)));
///     const uint32_t period = ct_capture_between(wheel, first, second);    // in 1 / wheel.hz
///
/// One that takes at a time. Contexts: the implementation's; taking is meant for an interrupt too.
#ifndef CORTEN_HAL_CAPTURE_H
#define CORTEN_HAL_CAPTURE_H

#include <corten/error.h>
#include <corten/hal/instance.h>
#include <corten/hal/pin.h>

/// An edge and when it came.
struct ct_captured {
    uint32_t at; ///< the counter, which counts at .hz and wraps at .bits
    bool rising; ///< where both edges are noted and the hardware can tell; else of the kind asked for
};

struct ct_capture_ops {
    enum ct_error (*start)(void *object, enum ct_edges edges);
    enum ct_error (*take)(void *object, struct ct_captured *captured);
    enum ct_error (*stop)(void *object);
};

struct ct_capture {
    const struct ct_capture_ops *ops;
    void *object;
    uint32_t hz;  ///< of the counter
    uint8_t bits; ///< of the counter, 1 to 32
};

/// From now on these edges are noted; those before are forgotten. CT_OK or CT_UNSUPPORTED.
ct_inline CT_MUST_USE enum ct_error ct_capture_start(struct ct_capture capture,
                                                     enum ct_edges edges) {
    return capture.ops->start(capture.object, edges);
}

/// The next edge, oldest first: CT_OK; CT_WOULD_BLOCK while there is none; CT_OVERRUN, once, when
/// edges came that could not be noted (the next one is right again); CT_INVALID when stopped.
ct_inline CT_MUST_USE enum ct_error ct_capture_take(struct ct_capture capture,
                                                    struct ct_captured *captured) {
    return capture.ops->take(capture.object, captured);
}

/// Ends it.
ct_inline CT_MUST_USE enum ct_error ct_capture_stop(struct ct_capture capture) {
    return capture.ops->stop(capture.object);
}

/// Counts from an edge to a later one. Right as long as fewer than 2^bits lie between.
ct_inline uint32_t ct_capture_between(struct ct_capture capture, struct ct_captured earlier,
                                      struct ct_captured later) {
    return (later.at - earlier.at) & (0xFFFFFFFFu >> (32u - capture.bits));
}

#endif
