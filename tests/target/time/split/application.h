// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

/// Several clocks in an application of two files, either of which uses all of them.
#define CT_APP_SPLIT
#include <corten/app.h>
#include <corten/tickless.h>

#include "../../check.h"
#include "../clocks_of_boards.h"

CT_TICKLESS(fine, 3, FINE_SOURCE, FINE_HZ, FINE_CLOCK_HZ);
#ifdef COARSE_SOURCE
CT_TICKLESS(coarse, 1, COARSE_SOURCE, COARSE_HZ, COARSE_CLOCK_HZ);
#else
CT_MONOTONIC(coarse, 1, COARSE_TICK, COARSE_HZ, COARSE_CLOCK_HZ);
#endif
CT_TASK_WITH(ping, 1, struct fine_instant, 2);
CT_TASK_WITH(pong, 1, struct coarse_instant, 2);
CT_ASYNC(patient, 2);
CT_APP(DISPATCHERS(SPARE_A, SPARE_B), TASKS(ping, pong, patient),
       MONOTONIC(TICK_SOURCE, 1000, TICK_CLOCK_HZ), MONOTONICS(fine, coarse));
