// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The cycle counter of a Cortex-M3, M4, M7 or M33: time in cycles of the core, and short delays.
///
///     static const struct ct_cycle_delay pause = {84};         // MHz of the core
///     if (ct_cycles_start() == CT_UNSUPPORTED) return 1;       // a core, or an emulator, without it
///     const uint32_t before = ct_cycles();
///     ct_delay_us(CT_CYCLE_DELAY(pause), 15);
///     const uint32_t passed = ct_cycles() - before;
///
/// It wraps after 2^32 cycles (51 s at 84 MHz) and stands still while the core sleeps. Any context.
/// Armv7-M Architecture Reference Manual, C1.8.
#ifndef CORTEN_CYCLES_H
#define CORTEN_CYCLES_H

#include <corten/error.h>
#include <corten/hal/delay.h>
#include <corten/registers.h>

/// The counter.
ct_inline uint32_t ct_cycles(void) { return reg_raw(DWT->CYCCNT); }

/// Turns it on. CT_OK, or CT_UNSUPPORTED: it does not count.
ct_inline CT_MUST_USE enum ct_error ct_cycles_start(void) {
    reg_set(CoreDebug->DEMCR, CoreDebug_DEMCR_TRCENA);
    reg_set(DWT->CTRL, DWT_CTRL_CYCCNTENA);
    const uint32_t before = ct_cycles();
    for (unsigned tries = 16; tries; tries--)
        if (ct_cycles() != before) return CT_OK;
    return CT_UNSUPPORTED;
}

/// A delay that counts cycles; the counter must run.
struct ct_cycle_delay {
    uint32_t mhz; ///< of the core, rounded up
};
/// As a delay of hal/; `delay` is a constant struct ct_cycle_delay.
#define CT_CYCLE_DELAY(delay) ((struct ct_delay){&ct_cycle_delay_ops, (void *)(uintptr_t)&(delay)})

ct_inline void ct_cycle_delay_wait_(uint32_t cycles) {
    uint32_t looks = cycles; // one takes more than a cycle: it ends without a counter, too
    for (const uint32_t began = ct_cycles(); ct_cycles() - began < cycles && looks; looks--) {}
}
ct_inline void ct_cycle_delay_us_(void *object, uint32_t microseconds) {
    const uint32_t mhz = ((const struct ct_cycle_delay *)object)->mhz;
    for (; microseconds > 1000000u; microseconds -= 1000000u) ct_cycle_delay_wait_(mhz * 1000000u);
    ct_cycle_delay_wait_(mhz * microseconds + 1u);
}
ct_inline void ct_cycle_delay_ns_(void *object, uint32_t nanoseconds) {
    const uint32_t mhz = ((const struct ct_cycle_delay *)object)->mhz;
    for (; nanoseconds > 4000000u; nanoseconds -= 4000000u) ct_cycle_delay_wait_(mhz * 4000u);
    ct_cycle_delay_wait_((mhz * nanoseconds + 999u) / 1000u + 1u);
}
static const __attribute__((unused)) struct ct_delay_ops ct_cycle_delay_ops = {ct_cycle_delay_ns_,
                                                                               ct_cycle_delay_us_};

#endif
