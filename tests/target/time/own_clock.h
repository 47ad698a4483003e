// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

/// In front of a program that ticks: the same on a counter.
#include <corten/app.h>
#include <corten/tickless.h>

#include "clocks_of_boards.h"

#ifdef OWN_BITS_16 // native; exact to the tick
#    define MONOTONIC(source, hz, clock_hz) TICKLESS(TIM4, hz, 1000000000)
#elif defined OWN_BITS_24
#    define MONOTONIC(source, hz, clock_hz) TICKLESS(RTC, hz, 1000000000)
#elif defined OWN_BITS_32
#    define MONOTONIC(source, hz, clock_hz) TICKLESS(TIM5, hz, 1000000000)
#elif defined RTC0_COUNTER_DIVIDES // 32 bits on the nRF51
#    define MONOTONIC(source, hz, clock_hz) TICKLESS(TIMER0, 1000000, 16000000)
#else
#    define MONOTONIC(source, hz, clock_hz) TICKLESS(FINE_SOURCE, FINE_HZ, FINE_CLOCK_HZ)
#endif
