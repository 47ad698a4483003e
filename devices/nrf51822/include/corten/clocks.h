// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The clock of the nRF51822: 16 MHz, from the crystal or, less exactly, from inside.
///
///     const struct ct_clock_result result = ct_clocks_start();
///     if (result.error) report(result.flag);           // "HFCLKSTARTED": no crystal, 1 % off
///
/// nRF51 Series Reference Manual 3.0, 12.1.
#ifndef CORTEN_CLOCKS_H
#define CORTEN_CLOCKS_H

#include <corten/hal/clock.h>
#include <corten/registers.h>

enum {
    CT_CORE_HZ = 16000000,
    CT_CLOCK_TRIES = 320000, ///< 100 ms or more at 16 MHz and 5 cycles a look; it takes 1 ms
};

/// Starts the crystal; once. When it does not start (HFCLKSTARTED) the core stays on the internal
/// oscillator of the same rate. Never hangs.
ct_inline struct ct_clock_result ct_clocks_start(void) {
    reg_write_raw(CLOCK->EVENTS_HFCLKSTARTED, 0u);
    reg_write(CLOCK->TASKS_HFCLKSTART, CLOCK_TASKS_HFCLKSTART_START(1));
    if (!CT_CLOCK_COMES(reg_raw(CLOCK->EVENTS_HFCLKSTARTED), CT_CLOCK_TRIES))
        return (struct ct_clock_result){CT_TIMEOUT, "HFCLKSTARTED", CT_CORE_HZ};
    return (struct ct_clock_result){CT_OK, NULL, CT_CORE_HZ};
}

#endif
