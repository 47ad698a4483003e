// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A delay of hal/ that needs no timer: a loop of the core.
///
///     CT_DELAY_LOOP(pause, 80000000);                          // core clock in Hz, at most
///
///     ct_delay_ns(pause, 450);
///     ct_delay_ms(pause, 2);
///
/// A turn of the loop takes at least one cycle (on a Cortex-M7 that predicts the branch; two on the
/// M33, three on M3 and M4, four on M0), and is counted as one: it is never short, and up to four times
/// as long, plus interrupts and the flash's wait states. For pulses and start-up times; a timer is
/// exact. Any context. In the CMake target corten::device_cortex-m. Arm's Technical Reference Manuals, "Instruction set summary" of each core.
#ifndef CORTEN_DELAY_LOOP_H
#define CORTEN_DELAY_LOOP_H

#include <corten/hal/delay.h>

/// At file scope: `struct ct_delay NAME`.
#define CT_DELAY_LOOP(name, core_hz)                                                               \
    static void name##_ns_(void *object, uint32_t nanoseconds) {                                   \
        (void)object;                                                                              \
        ct_delay_loop((uint32_t)(((uint64_t)nanoseconds * (((core_hz) + 999u) / 1000u) + 999999u) / 1000000u)); \
    }                                                                                              \
    static const struct ct_delay_ops name##_delay_ops_ = {name##_ns_, NULL};                       \
    static const __attribute__((unused)) struct ct_delay name = {&name##_delay_ops_, NULL}

/// At least so many cycles.
static CT_NOINLINE __attribute__((unused)) void ct_delay_loop(uint32_t cycles) {
    while (cycles--) __asm__ volatile("");
}

#endif
