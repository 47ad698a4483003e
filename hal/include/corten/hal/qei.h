// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Quadrature decoders: where a shaft is and which way it turns.
///
///     int32_t counts;
///     CT_MUST(ct_qei_position(wheel, &counts));          // four counts a cycle of the two signals
///     if (ct_qei_direction(wheel) < 0) backwards();
///     CT_MUST(ct_qei_set_position(wheel, 0));
///
/// Contexts: the implementation's. A decoder in hardware misses no edge; one in software says how
/// often it must be looked at.
#ifndef CORTEN_HAL_QEI_H
#define CORTEN_HAL_QEI_H

#include <corten/error.h>
#include <corten/hal/instance.h>

struct ct_qei_ops {
    enum ct_error (*position)(void *object, int32_t *counts);
    int (*direction)(void *object);
    enum ct_error (*set_position)(void *object, int32_t counts); ///< NULL: it cannot be set
};

struct ct_qei {
    const struct ct_qei_ops *ops;
    void *object;
};

/// The position in counts, four for each cycle of the signals, which wraps at 32 bits. CT_OK, or
/// CT_OVERRUN once when a step was missed (both signals changed at a time) and the position is off.
ct_inline CT_MUST_USE enum ct_error ct_qei_position(struct ct_qei qei, int32_t *counts) {
    return qei.ops->position(qei.object, counts);
}

/// The direction of the last step: 1 upwards, -1 downwards, 0 while there was none.
ct_inline CT_MUST_USE int ct_qei_direction(struct ct_qei qei) {
    return qei.ops->direction(qei.object);
}

/// From now on this is the position. CT_OK or CT_UNSUPPORTED.
ct_inline CT_MUST_USE enum ct_error ct_qei_set_position(struct ct_qei qei, int32_t counts) {
    return qei.ops->set_position ? qei.ops->set_position(qei.object, counts) : CT_UNSUPPORTED;
}

#endif
