// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Analog-to-digital converters, one conversion at a time.
///
///     CT_MUST(ct_adc_start(adc));
///     const int counts = CT_BLOCK(ct_adc_take(adc));     // 0 to ct_adc_most(adc)
#ifndef CORTEN_HAL_ADC_H
#define CORTEN_HAL_ADC_H

#include <corten/error.h>
#include <corten/hal/instance.h>

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

#endif
