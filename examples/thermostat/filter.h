// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A median of three against outliers, then an exponential mean against noise.
#ifndef THERMOSTAT_FILTER_H
#define THERMOSTAT_FILTER_H

#include <stdbool.h>
#include <stdint.h>

struct filter {
    int32_t last[2];
    int32_t mean_16; // 16 times the mean
    bool primed;
};

static inline int32_t filter_median_(int32_t a, int32_t b, int32_t c) {
    if (a > b) {
        const int32_t t = a;
        a = b;
        b = t;
    }
    return c < a ? a : c > b ? b : c;
}

/// Takes a value, gives the filtered one: a step is followed within about 30 values.
static inline int32_t filter_add(struct filter *filter, int32_t value) {
    if (!filter->primed) *filter = (struct filter){{value, value}, value * 16, true};
    const int32_t median = filter_median_(filter->last[0], filter->last[1], value);
    filter->last[0] = filter->last[1];
    filter->last[1] = value;
    filter->mean_16 += (median * 16 - filter->mean_16) / 8;
    return filter->mean_16 / 16;
}

#endif
