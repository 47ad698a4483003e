// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/drivers/thermistor.h>

// The whole part is the place of the highest bit. Then the rest, between 1 and 2, is squared again
// and again: whenever it passes 2, the next bit of the logarithm is one.
int32_t ct_thermistor_log2(uint64_t x) {
    int whole = 63;
    for (; !(x & 1ull << 63); x <<= 1) whole--;
    uint32_t rest = (uint32_t)(x >> 32); // 1.31 bits
    uint32_t fraction = 0;
    for (int bit = 0; bit < 24; bit++) {
        const uint64_t square = (uint64_t)rest * rest; // 2.62 bits
        const bool passes_2 = square >> 63;
        rest = (uint32_t)(square >> (passes_2 ? 32 : 31));
        fraction = fraction << 1 | passes_2;
    }
    return (int32_t)((uint32_t)whole << 24 | fraction);
}

// 1/T = 1/T25 + ln(r)/B, so T = B * T25 / (B + T25 * ln(r)).
int32_t ct_thermistor_millicelsius(uint64_t numerator, uint64_t denominator, uint16_t beta) {
    const int64_t log2_r = (int64_t)ct_thermistor_log2(numerator) - ct_thermistor_log2(denominator);
    const int64_t ln_r = log2_r * 744261118 >> 30;           // ln 2 in 30 bits; 24 bits of fraction
    const int64_t below = ((int64_t)beta << 24) + ln_r * 29815 / 100;
    if (below <= 0) return INT32_MAX; // hotter than anything
    const int64_t above = (int64_t)beta * 298150; // millikelvin; 32 bits, so 24 more are room enough
    const int64_t millikelvin = ((above << 24) + below / 2) / below;
    return millikelvin > INT32_MAX ? INT32_MAX : (int32_t)(millikelvin - 273150);
}
