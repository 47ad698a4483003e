// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Random numbers of the nRF51822, from thermal noise.
///
///     ct_rng_start(true);                                      // init: corrected, slower
///     uint32_t seed;
///     size_t done = 0;
///     CT_MUST(CT_BLOCK(ct_rng_fill(CT_RNG, &seed, sizeof seed, &done)));
///     ct_rng_stop();                                           // saves current
///
/// Claimed where it is used: CT_CLAIM(RNG). A byte takes 167 us, with correction 677 us (typically).
/// One taker at a time; with ct_rng_listen() the interrupt RNG says when there is a byte.
/// nRF51 Series Reference Manual 3.0, 22.
#ifndef CORTEN_RNG_H
#define CORTEN_RNG_H

#include <corten/hal/rng.h>
#include <corten/registers.h>

/// Starts the generator. With the correction zeros and ones are equally frequent. Init.
ct_inline void ct_rng_start(bool is_corrected) {
    reg_write(RNG->CONFIG, RNG_CONFIG_DERCEN(is_corrected));
    reg_write_raw(RNG->EVENTS_VALRDY, 0u);
    reg_write(RNG->TASKS_START, RNG_TASKS_START_START(1));
}
/// Stops it.
ct_inline void ct_rng_stop(void) { reg_write(RNG->TASKS_STOP, RNG_TASKS_STOP_STOP(1)); }

/// From now on the interrupt comes for each byte, until it is taken; or not any more. Any context.
ct_inline void ct_rng_listen(void) { reg_write(RNG->INTENSET, RNG_INTENSET_VALRDY(1)); }
ct_inline void ct_rng_ignore(void) { reg_write(RNG->INTENCLR, RNG_INTENCLR_VALRDY(1)); }

/// It as hal/ sees it.
#define CT_RNG ((struct ct_rng){&ct_rng_ops_of_chip, NULL})

ct_inline int ct_rng_hal_take_(void *object) {
    (void)object;
    if (!reg_raw(RNG->EVENTS_VALRDY)) return CT_WOULD_BLOCK;
    reg_write_raw(RNG->EVENTS_VALRDY, 0u);
    return (int)reg_get(RNG->VALUE, RNG_VALUE_VALUE);
}
static const __attribute__((unused)) struct ct_rng_ops ct_rng_ops_of_chip = {ct_rng_hal_take_};

#endif
