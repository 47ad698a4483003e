// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Long time from a short counter, without a race at its wrap: the half-period method.
///
///     halves = ct_half_period_next(halves, counter, 0x8000);       // at least once in each half
///     uint64_t now = ct_half_period_time(halves, counter, 0x8000); // anywhere
///
/// A counter of B bits runs through two halves again and again, told apart by its top bit.
/// `halves` counts the halves that have begun:
///
///   counter   0 … 7FFF   8000 … FFFF   0 … 7FFF   8000 … FFFF
///   halves        0            1            2           3        when it is up to date
///
/// Whether `halves` is odd says which half its owner saw last. If the counter is already in the
/// other one, the time is in the half behind that, and the sum is still right: `halves` may be late
/// by up to one whole half, so no interrupt has to come in time to the cycle. What is proven of
/// this: containers/proofs.
#ifndef CORTEN_APP_HALF_PERIOD_H
#define CORTEN_APP_HALF_PERIOD_H

#include <stdint.h>

/*@ requires 1 <= half <= 0x80000000;
    requires counter < 2 * half;
    requires halves < 0xFFFFFFFF;
    assigns \nothing;
    ensures \result == halves || \result == halves + 1;
    ensures counter < half ==> \result % 2 == 0;
    ensures counter >= half ==> \result % 2 == 1;
 */
/// `halves` brought up to date with a counter that has begun at most one half since. `half` is half
/// the counter's period, 2^(B-1).
static inline __attribute__((always_inline, unused)) uint32_t
ct_half_period_next(uint32_t halves, uint32_t counter, uint32_t half) {
    const uint32_t in = counter < half ? 0u : 1u;
    return halves % 2u == in ? halves : halves + 1u;
}

/*@ requires 1 <= half <= 0x80000000;
    requires counter < 2 * half;
    assigns \nothing;
    ensures halves * half <= \result < (halves + 2) * half;
    ensures halves % 2 == 0 ==> \result == halves * half + counter;
    ensures halves % 2 == 1 && counter >= half ==> \result == (halves - 1) * half + counter;
    ensures halves % 2 == 1 && counter < half ==> \result == (halves + 1) * half + counter;
 */
/// The time: the one number of which the counter shows the lower bits and that is in the half
/// `halves` or the next.
static inline __attribute__((always_inline, unused)) uint64_t
ct_half_period_time(uint32_t halves, uint32_t counter, uint32_t half) {
    const uint32_t into = halves % 2u == 0u ? counter
                          : counter < half  ? counter + half
                                            : counter - half;
    return (uint64_t)halves * half + into;
}

#endif
