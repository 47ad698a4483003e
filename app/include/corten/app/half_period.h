// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Long time from a short counter, without a race at its wrap: the half-period method.
///
///     halves = ct_half_period_next(halves, counter, 16);       // at least once in each half
///     uint64_t now = ct_half_period_time(halves, counter, 16); // anywhere
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

/*@ requires 2 <= bits <= 32;
    requires counter < (1 << bits);
    assigns \nothing;
    ensures \result == (counter >= (1 << (bits - 1)) ? 1 : 0);
 */
/// Which half a counter of `bits` (2 to 32) is in: 0 or 1.
static inline __attribute__((always_inline, unused)) uint32_t
ct_half_period_of(uint32_t counter, uint32_t bits) {
    const uint32_t half = (uint32_t)1 << (bits - 1u);
    return counter >= half ? 1u : 0u;
}

/*@ requires 2 <= bits <= 32;
    requires counter < (1 << bits);
    requires halves < 0xFFFFFFFF;
    assigns \nothing;
    ensures \result == halves || \result == halves + 1;
    ensures \result % 2 == (counter >= (1 << (bits - 1)) ? 1 : 0);
 */
/// `halves` brought up to date with a counter that has begun at most one half since.
static inline __attribute__((always_inline, unused)) uint32_t
ct_half_period_next(uint32_t halves, uint32_t counter, uint32_t bits) {
    return halves % 2u == ct_half_period_of(counter, bits) ? halves : halves + 1u;
}

/*@ requires 2 <= bits <= 32;
    requires counter < (1 << bits);
    assigns \nothing;
    ensures halves * (1 << (bits - 1)) <= \result;
    ensures \result < (halves + 2) * (1 << (bits - 1));
    ensures \result % (1 << bits) == counter;
 */
/// The time: the one number that the counter shows the lower bits of and that is in the half
/// `halves` or the next.
static inline __attribute__((always_inline, unused)) uint64_t
ct_half_period_time(uint32_t halves, uint32_t counter, uint32_t bits) {
    const uint32_t half = (uint32_t)1 << (bits - 1u);
    const uint32_t into = halves % 2u == 0u ? counter : counter >= half ? counter - half : counter + half;
    return (uint64_t)halves * half + into;
}

#endif
