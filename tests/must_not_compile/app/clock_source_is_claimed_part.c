// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The other file of clock_source_is_claimed.c.
#include <corten/timer.h>

#ifdef OK
CT_TIMER_COUNTDOWN(pause, TIMER2, 12000000);
#else
CT_TIMER_COUNTDOWN(pause, TIMER3, 12000000);
#endif
