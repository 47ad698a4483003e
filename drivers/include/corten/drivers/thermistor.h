// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// An NTC thermistor in a voltage divider, read by an analog-to-digital converter.
///
///     const struct ct_thermistor ntc = {
///         .adc = INPUT, .delay = DELAY, .fixed_ohm = 10000, .ohm_at_25 = 10000, .beta = 3950};
///     int32_t temperature = 0;                            // in thousandths of a degree Celsius
///     enum ct_error e = ct_thermistor_read(ntc, &temperature);
///     if (e == CT_OUT_OF_RANGE) report("broken wire");
///
/// The resistance follows R = R25 * exp(B * (1/T - 1/298.15 K)), the B equation that makers state B
/// for (IEC 60539-1). The computation is in whole numbers and is off by less than 0.01 K from the
/// equation; the equation itself fits a real part to about 1 K between 0 and 70 degrees.
#ifndef CORTEN_DRIVERS_THERMISTOR_H
#define CORTEN_DRIVERS_THERMISTOR_H

#include <corten/hal/adc.h>
#include <corten/hal/delay.h>

struct ct_thermistor {
    struct ct_adc adc;
    struct ct_delay delay;   ///< for the time-out
    uint32_t fixed_ohm;      ///< the divider's other resistor, 1 Ω to 10 MΩ
    uint32_t ohm_at_25;      ///< of the thermistor, 1 Ω to 10 MΩ
    uint16_t beta;           ///< B in kelvin, 1000 to 10000
    bool is_at_supply;       ///< it lies between supply and input, not between input and ground
    uint16_t timeout_us;     ///< of a conversion; 0: 1000
};

/// The temperature in thousandths of a degree Celsius for a ratio of resistances R / R25 =
/// numerator / denominator, both 1 to 2^44. Any context.
int32_t ct_thermistor_millicelsius(uint64_t numerator, uint64_t denominator, uint16_t beta);

/// 2^24 times the binary logarithm of `x`, which is not 0, rounded down. Any context.
int32_t ct_thermistor_log2(uint64_t x);

/// The temperature for a conversion's result of 0 to `most` counts. CT_OK, or CT_OUT_OF_RANGE: the
/// count is 0 or `most`, since the thermistor is shorted or broken. Computation only.
ct_inline CT_MUST_USE enum ct_error ct_thermistor_convert(struct ct_thermistor ntc, int counts,
                                                          int most, int32_t *millicelsius) {
    if (counts <= 0 || counts >= most) return CT_OUT_OF_RANGE;
    const uint64_t across = (uint64_t)(ntc.is_at_supply ? most - counts : counts);
    *millicelsius = ct_thermistor_millicelsius(across * ntc.fixed_ohm,
                                               ((uint64_t)most - across) * ntc.ohm_at_25, ntc.beta);
    return CT_OK;
}

/// Converts once and waits for it. CT_OK; CT_OUT_OF_RANGE for a shorted or broken thermistor;
/// CT_TIMEOUT; CT_BUSY: somebody else converts; or another error of the converter.
ct_inline CT_MUST_USE enum ct_error ct_thermistor_read(struct ct_thermistor ntc,
                                                       int32_t *millicelsius) {
    const enum ct_error e = ct_adc_start(ntc.adc);
    if (e) return e;
    for (uint32_t left = ntc.timeout_us ? ntc.timeout_us : 1000;;) {
        const int counts = ct_adc_take(ntc.adc);
        if (counts >= 0)
            return ct_thermistor_convert(ntc, counts, ct_adc_most(ntc.adc), millicelsius);
        if (counts != CT_WOULD_BLOCK) return (enum ct_error)counts;
        if (left == 0) return CT_TIMEOUT;
        const uint32_t step = left < 10 ? left : 10;
        ct_delay_us(ntc.delay, step);
        left -= step;
    }
}

#endif
